/** One class of the toolkit that ours replaces; see there why, and when to delete it. */
package com.sun.javafx.text;
