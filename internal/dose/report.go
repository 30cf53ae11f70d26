package dose

// Report is the JSON object that says how a text is read: input, ok, and the
// dose or the error.
func Report(text string) []byte {
	d, err := Parse(text)
	if err != nil {
		return refusal(text, err)
	}
	return line(struct {
		Input string `json:"input"`
		OK    bool   `json:"ok"`
		jsonDose
	}{text, true, d.json()})
}

// ReportField is the JSON object that says how the text of a column is read.
func ReportField(field Field, text string) []byte {
	c, err := ParseField(field, text)
	if err != nil {
		return refusal(text, err)
	}
	head := struct {
		Input     string `json:"input"`
		OK        bool   `json:"ok"`
		Canonical string `json:"canonical"`
	}{text, true, c.String()}
	b := line(head)
	return append(append(b[:len(b)-1], ','), line(c.json())[1:]...)
}

func refusal(text string, err error) []byte {
	return line(struct {
		Input string `json:"input"`
		OK    bool   `json:"ok"`
		Error error  `json:"error"`
	}{text, false, err})
}

// line cannot fail: its values hold only strings, numbers and lists of them.
func line(v any) []byte {
	b, err := encode(v)
	if err != nil {
		return []byte("{}")
	}
	return b
}

// String is the column in its canonical form, without its leading word.
func (c Column) String() string {
	d := c.Dose
	switch {
	case c.Weeks != nil:
		return c.Weeks.String()
	case c.Duration != nil:
		return string(appendSeconds(nil, *c.Duration))
	case d.Hold != nil:
		return string(appendSeconds(nil, *d.Hold))
	case d.Tempo != nil:
		return d.Tempo.String()
	case d.Frequency != nil:
		return d.Frequency.String()
	case d.Rest != nil && *d.Rest == Range{}:
		return "none"
	case d.Rest != nil:
		return string(appendSeconds(nil, *d.Rest))
	case len(d.Groups) == 0:
		return ""
	}
	g := d.Groups[0]
	switch c.Field {
	case FieldSets:
		return string(g.Sets.append(nil))
	case FieldReps:
		return string(g.appendWork(nil))
	}
	return g.Load[0].String()
}

// json is the object with the one key of the column.
func (c Column) json() any {
	switch c.Field {
	case FieldSets:
		return groupsJSON{[]jsonGroup{{Sets: ends(&c.Dose.Groups[0].Sets)}}}
	case FieldReps:
		g := c.Dose.Groups[0]
		return groupsJSON{[]jsonGroup{{Amount: g.Amount.json(), Load: some(g.Load)}}}
	case FieldRest:
		return struct {
			Rest *jsonEnds `json:"rest_s"`
		}{ends(c.Dose.Rest)}
	case FieldHold:
		return struct {
			Hold *jsonEnds `json:"hold_s"`
		}{ends(c.Dose.Hold)}
	case FieldDuration:
		return struct {
			Duration *jsonEnds `json:"duration_s"`
		}{ends(c.Duration)}
	case FieldFrequency:
		return struct {
			Frequency *jsonFrequency `json:"frequency"`
		}{c.Dose.Frequency.json()}
	case FieldTempo:
		return struct {
			Tempo *Tempo `json:"tempo"`
		}{c.Dose.Tempo}
	case FieldWeeks:
		return struct {
			Weeks jsonEnds `json:"weeks"`
		}{c.Weeks.json()}
	}
	return struct {
		Load []Load `json:"load"`
	}{some(c.Dose.Groups[0].Load)}
}

type groupsJSON struct {
	Groups []jsonGroup `json:"groups"`
}

func (w Weeks) json() jsonEnds {
	from, to := float64(w.From), float64(w.To)
	if w.To == 0 {
		return jsonEnds{Min: &from}
	}
	return jsonEnds{&from, &to}
}
