/** The tables that other apps write: told by the names in the heading, in whatever order and case they stand. */

const STRONG = {
  date: "date", "workout name": "workout", duration: "duration", "workout duration": "duration", "duration (sec)": "duration",
  "exercise name": "exercise", "set order": "order", weight: "weight", "weight unit": "unit",
  "weight (kg)": "kg", "weight (kgs)": "kg", "weight (lb)": "lb", "weight (lbs)": "lb", reps: "reps", rpe: "rpe",
  distance: "distance", "distance unit": "length", "distance (m)": "m", "distance (meters)": "m", "distance (km)": "km", "distance (miles)": "mi",
  seconds: "seconds", notes: "note", "workout notes": "comment",
};
const HEVY = {
  title: "workout", start_time: "date", end_time: "end", description: "comment", exercise_title: "exercise", exercise_notes: "note", set_type: "order",
  weight_kg: "kg", weight_lbs: "lb", weight_lb: "lb", reps: "reps", distance_km: "km", distance_miles: "mi", distance_meters: "m", duration_seconds: "seconds", rpe: "rpe",
};
const FITNOTES = {
  date: "date", exercise: "exercise", category: "category", weight: "weight", "weight unit": "unit", "weight (kg)": "kg", "weight (kgs)": "kg", "weight (lbs)": "lb",
  reps: "reps", distance: "distance", "distance unit": "length", time: "seconds", comment: "note",
};

const APPS = [
  {app: "strong", names: STRONG, needs: ["date", "workout", "exercise", "order"]},
  {app: "hevy", names: HEVY, needs: ["date", "workout", "exercise", "order"]},
  {app: "fitnotes", names: FITNOTES, needs: ["date", "exercise", "category"]},
];

/** Columns that hold numbers, with the unit that their name states. */
export const LOADS = {kg: "kg", lb: "lb", weight: null};
export const LENGTHS = {m: 1, km: 1000, mi: 1609.344, distance: null};
export const NUMBERS = [...Object.keys(LOADS), ...Object.keys(LENGTHS), "reps", "rpe", "seconds"];

/**
 * The app and the form of a table by its heading, or null.
 * @returns {?{app: string, form: string, at: Record<string, number>}} with the place of each column
 */
export function columns(names) {
  const heading = names.map((name) => name.trim().toLowerCase());
  for (const {app, names: known, needs} of APPS) {
    const at = {};
    heading.forEach((name, i) => {
      if (Object.hasOwn(known, name)) at[known[name]] ??= i;
    });
    const measured = ["reps", "seconds"].some((role) => role in at);
    if (measured && needs.every((role) => role in at)) return {app, form: formOf(app, at, heading), at};
  }
  return null;
}

/** The same without the places. */
export function recognise(names) {
  const found = columns(names);
  return found && {app: found.app, form: found.form};
}

function formOf(app, at, heading) {
  if (app === "hevy") return "lb" in at && !("kg" in at) ? "lb" : "kg";
  if (app === "fitnotes") return "android";
  if ("unit" in at) return "v2";
  return "kg" in at || "lb" in at || heading.includes("workout #") ? "newest" : "classic";
}
