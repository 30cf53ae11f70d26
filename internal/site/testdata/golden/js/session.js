/** The page of a session. */
import {showLastCheck} from "./last-check.js";

document.querySelector("#log .needs-script")?.remove();
showLastCheck();
