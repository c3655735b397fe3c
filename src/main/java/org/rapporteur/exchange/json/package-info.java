/** JSON that came from elsewhere: strict about its bytes, its depth, its length and its members. */
package org.rapporteur.exchange.json;
