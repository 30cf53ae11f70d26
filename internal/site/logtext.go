package site

// How the data of a session's log is written. What is empty is left out, but for what
// the log reads without asking.

func (d *logSession) appendTo(text []byte) []byte {
	o := objectIn(text)
	o.string("site", d.Site)
	o.string("unit", d.Unit)
	o.key("programme")
	o.text = d.Programme.appendTo(o.text)
	o.key("session")
	o.text = appendTitle(o.text, d.Session)
	o.key("rows")
	o.text = appendList(o.text, d.Rows, appendRow)
	o.key("conditions")
	o.text = append(o.text, d.Conditions...)
	o.text = append(append(o.text, ','), d.Safety...)
	return o.end()
}

func (d *logProgramme) appendTo(text []byte) []byte {
	o := objectIn(text)
	o.titled(d.logTitle)
	o.given("version", d.Version)
	o.count("weeks", d.Weeks)
	givenList(&o, "days", d.Days, appendString)
	givenList(&o, "pattern", d.Pattern, func(text []byte, week []string) []byte { return appendList(text, week, appendString) })
	o.key("sessions")
	o.text = appendList(o.text, d.Sessions, appendTitle)
	givenList(&o, "phases", d.Phases, appendPhase)
	o.given("overload", d.Overload)
	return o.end()
}

// titled appends the fields of a title.
func (o *object) titled(t logTitle) {
	o.string("id", t.ID)
	o.string("title", t.Title)
	o.given("url", t.URL)
}

func appendTitle(text []byte, t logTitle) []byte {
	o := objectIn(text)
	o.titled(t)
	return o.end()
}

func appendPhase(text []byte, p logPhase) []byte {
	o := objectIn(text)
	o.string("title", p.Title)
	o.int("from", p.From)
	o.count("to", p.To)
	o.yes("lock", p.Lock)
	o.amount("max_increase", p.MaxIncrease)
	o.given("max_load", p.MaxLoad)
	givenList(&o, "sessions", p.Sessions, appendString)
	givenList(&o, "rows", p.Rows, appendRow)
	return o.end()
}

func appendRow(text []byte, r logRow) []byte {
	o := objectIn(text)
	o.string("row", r.Row)
	o.string("id", r.ID)
	o.string("title", r.Title)
	o.given("url", r.URL)
	o.string("dose", r.Dose)
	o.string("role", r.Role)
	if r.Weeks != nil {
		o.key("weeks")
		o.text = appendEnds(o.text, *r.Weeks)
	}
	o.key("sets")
	o.text = appendEnds(o.text, r.Sets)
	o.string("measure", r.Measure)
	o.float("low", r.Low)
	o.floatOrNull("high", r.High)
	o.string("side", r.Side)
	o.floatOrNull("rest", r.Rest)
	if r.Hold != nil {
		o.float("hold", *r.Hold)
	}
	o.given("tempo", r.Tempo)
	o.given("group", r.Group)
	o.loads(r.Loads)
	o.given("asked", r.Asked)
	if r.Next == nil {
		o.null("next")
	} else {
		o.key("next")
		o.text = appendTitle(o.text, *r.Next)
	}
	o.verdicts("next_not", r.NextNot)
	o.int("confirm", r.Confirm)
	o.yes("rehab", r.Rehab)
	o.yes("strict", r.Strict)
	o.yes("long_band", r.LongBand)
	o.verdicts("not", r.Not)
	givenList(&o, "instead", r.Instead, appendInstead)
	givenList(&o, "renamed_from", r.RenamedOf, appendString)
	return o.end()
}

func appendInstead(text []byte, i logInstead) []byte {
	o := objectIn(text)
	o.titled(i.logTitle)
	o.string("kind", i.Kind)
	o.given("because", i.Because)
	o.string("measure", i.Measure)
	o.float("low", i.Low)
	o.floatOrNull("high", i.High)
	o.string("side", i.Side)
	o.loads(i.Loads)
	o.verdicts("not", i.Not)
	return o.end()
}

func (o *object) loads(loads []*logLoad) {
	givenList(o, "loads", loads, func(text []byte, l *logLoad) []byte { return append(text, l.text...) })
}

func (o *object) verdicts(name string, verdicts []*verdictView) {
	if len(verdicts) == 0 {
		return
	}
	o.key(name)
	o.text = append(o.text, '{')
	for i, v := range verdicts {
		if i > 0 {
			o.text = append(o.text, ',')
		}
		o.text = append(o.text, v.logged...)
	}
	o.text = append(o.text, '}')
}
