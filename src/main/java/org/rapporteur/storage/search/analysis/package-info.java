/**
 * What the search index stores and asks for: texts in six languages as stemmed tokens and as exact forms, queries as
 * FTS5 expressions, and excerpts with the hits marked. Knows no database; the index itself is next door.
 */
package org.rapporteur.storage.search.analysis;
