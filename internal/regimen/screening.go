package regimen

// Region is a country with the telephone numbers that a reader there may be told to
// call.
type Region struct {
	Term
	Emergency, Advice []string
}

// FlagTerm is a red flag that safety files know by this id. AskedBy names the safety
// files that must ask it, Tiers what its urgency may be; both may be empty.
type FlagTerm struct {
	Term
	AskedBy []string
	Tiers   []Word
}

// SignalTerm is a sign at which a reader stops. Words are the beginnings of words by
// which a text names it, in lower case.
type SignalTerm struct {
	Term
	Words []string
}

// RegionOf finds a region by its code, letter case as written.
func (v *Vocabulary) RegionOf(code string) (Region, bool) {
	for _, r := range v.Regions {
		if r.ID == code {
			return r, true
		}
	}
	return Region{}, false
}

// Flag finds what is known of a red flag.
func (v *Vocabulary) Flag(id string) (FlagTerm, bool) {
	for _, f := range v.RedFlags {
		if f.ID == id {
			return f, true
		}
	}
	return FlagTerm{}, false
}
