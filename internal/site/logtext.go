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
	if d.Weeks != 0 {
		o.int("weeks", d.Weeks)
	}
	if len(d.Days) > 0 {
		o.strings("days", d.Days)
	}
	if len(d.Pattern) > 0 {
		o.key("pattern")
		o.text = appendList(o.text, d.Pattern, func(text []byte, week []string) []byte { return appendList(text, week, appendString) })
	}
	o.key("sessions")
	o.text = appendList(o.text, d.Sessions, appendTitle)
	if len(d.Phases) > 0 {
		o.key("phases")
		o.text = appendList(o.text, d.Phases, appendPhase)
	}
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
	if p.To != 0 {
		o.int("to", p.To)
	}
	o.yes("lock", p.Lock)
	if p.MaxIncrease != 0 {
		o.float("max_increase", p.MaxIncrease)
	}
	o.given("max_load", p.MaxLoad)
	if len(p.Sessions) > 0 {
		o.strings("sessions", p.Sessions)
	}
	if len(p.Rows) > 0 {
		o.key("rows")
		o.text = appendList(o.text, p.Rows, appendRow)
	}
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
	o.key("next")
	if r.Next == nil {
		o.text = append(o.text, "null"...)
	} else {
		o.text = appendTitle(o.text, *r.Next)
	}
	o.verdicts("next_not", r.NextNot)
	o.int("confirm", r.Confirm)
	o.yes("rehab", r.Rehab)
	o.yes("strict", r.Strict)
	o.yes("long_band", r.LongBand)
	o.verdicts("not", r.Not)
	if len(r.Instead) > 0 {
		o.key("instead")
		o.text = appendList(o.text, r.Instead, appendInstead)
	}
	if len(r.RenamedOf) > 0 {
		o.strings("renamed_from", r.RenamedOf)
	}
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
	if len(loads) > 0 {
		o.key("loads")
		o.text = appendList(o.text, loads, func(text []byte, l *logLoad) []byte { return append(text, l.text...) })
	}
}

func (o *object) verdicts(name string, verdicts []*verdictView) {
	if len(verdicts) == 0 {
		return
	}
	o.key(name)
	not := objectIn(o.text)
	for _, v := range verdicts {
		not.string(v.at, v.Verdict)
	}
	o.text = not.end()
}
