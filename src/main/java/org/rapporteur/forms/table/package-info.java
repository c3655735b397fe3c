/**
 * Tables that come in as files: CSV in any encoding and delimiter, XLSX and XLS. Every file is read right or refused
 * with a reason; every row that is not taken is kept with its reason; every cell knows where it stands. All input is
 * held hostile: sizes, depths and counts have limits, XML entities are off, and nothing is trusted for its name.
 */
package org.rapporteur.forms.table;
