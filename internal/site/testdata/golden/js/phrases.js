/** What this site says instead of the English phrases; the build fills it from theme/words.json. */
export default {};
