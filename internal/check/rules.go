package check

// Rules lists every rule in the order of its code. The findings of reading, R01-R03,
// R07-R10 and the D codes, are listed by package content.
func Rules() []Rule {
	return []Rule{
		stubInSession, duplicateName, demandWithoutLimits, cyclicRelation, substitutionRing, oneSided, orphan,
		measureMismatch, setCount, rangeOrder, dosePlausibility, sideMismatch, restMissing, restOutOfBand,
		tempoWarnings, percentReps, loadUnit, narrowRange, differsFromDefault,
		warmUpFirst, exerciseOrder, trunkFatigue, supersetConflict, durationMismatch, sessionVolume,
		equipmentAvailability, positionChurn,
		scheduleResolves, frequencyForGoal, recoveryBetweenHeavy, patternCoverage, balance,
		weeklyHardSets, deload, phaseContinuity, progressionRate, phaseJump, progressionMethod,
		avoidInProgramme, modifyWithoutModification, cautionWithoutNote, unprovenExercise,
		substituteMissing, substituteUnsuitable, stageGate, clearanceTooLow, conflictingConditions,
		progressionIntoUnsuitable, unscopedAvoid, loadUnspecified, verdictLowered,
		redFlagScreening, redFlagUrgency, clearanceNotice, disclaimer, stopSignals, audienceScope, threateningLanguage,
		claimWithoutCitation, citationIncomplete, identifierFormat, citationUnused, citationSuperseded,
		altText, stepsRule, readingLevel, mediaLicence, captionsAndMotion,
	}
}
