/** The page of an exercise. */
import {offerReplay} from "./replay.js";

for (const figure of document.querySelectorAll(".poses:not(.hold)")) offerReplay(figure);
