/**
 * Text in the six official languages of the United Nations: languages, multilingual texts, order, matching across
 * spellings and scripts, differences between wordings, numbers as people write them.
 */
package org.rapporteur.core.text;
