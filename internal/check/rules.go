package check

// Rules lists every rule in the order of its code. The findings of reading, R01-R03,
// R07-R10 and the D codes, are listed by package content.
func Rules() []Rule {
	return []Rule{
		stubInSession, duplicateName, cyclicRelation,
		measureMismatch, setCount, rangeOrder, sideMismatch,
		scheduleResolves, phaseContinuity,
	}
}
