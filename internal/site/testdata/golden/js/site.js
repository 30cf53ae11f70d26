/** What every page does. Each part stands in a module of its own and does nothing where its elements are missing. */
import "./print.js";
import "./find.js";
import "./update.js";
import "./running-bar.js";
