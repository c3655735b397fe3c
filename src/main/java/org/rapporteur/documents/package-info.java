/**
 * Documents of a meeting and of a survey: one immutable text model ({@code model}), its writers ({@code docx}, {@code
 * xlsx}, {@code ics}) and the builders that turn plain input records into documents ({@code build}). Nothing here reads
 * the store, a screen or a clock: what a document says comes in with its input.
 */
package org.rapporteur.documents;
