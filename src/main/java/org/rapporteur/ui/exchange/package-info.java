/** Exchange with colleagues by files: sending, looking at what comes, deciding what both changed. */
package org.rapporteur.ui.exchange;
