package dose

import "fmt"

// Field is a column in which a part of a dose stands alone.
type Field string

// FieldFull stands for a whole dose where a column may be named.
const FieldFull Field = "full"

// The columns. The last three stand only in the rows of a session.
const (
	FieldSets      Field = "sets"
	FieldReps      Field = "reps"
	FieldRest      Field = "rest"
	FieldHold      Field = "hold"
	FieldDuration  Field = "duration"
	FieldFrequency Field = "frequency"
	FieldWeeks     Field = "weeks"
	FieldEffort    Field = "effort"
	FieldTempo     Field = "tempo"
	FieldLoad      Field = "load"
)

// Fields lists the columns.
func Fields() []Field {
	return []Field{FieldSets, FieldReps, FieldRest, FieldHold, FieldDuration,
		FieldFrequency, FieldWeeks, FieldEffort, FieldTempo, FieldLoad}
}

// Column is what one column holds: a part of a Dose, whose group has only sets
// or only an amount and loads, or one of the two that are no part of a dose.
type Column struct {
	Field    Field
	Dose     Dose
	Duration *Range // seconds
	Weeks    *Weeks
}

// ParseField reads the text of one column. The error, if there is one, is an
// *Error. Only a rest may be empty: it is then not stated.
func ParseField(field Field, text string) (Column, error) {
	p := parser{text: text, group: -1, column: field, alone: true}
	p.scan()
	if field == FieldRest && p.err != nil && p.err.Code == empty {
		return Column{Field: field}, nil
	}
	c := Column{Field: field}
	if p.err == nil {
		p.readColumn(&c)
	}
	if p.err == nil && p.kind() != kEnd {
		p.strayInColumn()
	}
	if p.err != nil {
		return Column{}, p.err
	}
	c.Dose = p.dose
	return c, nil
}

func (p *parser) readColumn(c *Column) {
	start := p.tok().start
	switch p.column {
	case FieldSets:
		p.group = start
		n := p.setsCell()
		p.partGroup(Group{Sets: n.ranged()}, GroupSpans{All: n.Span, Sets: n.Span})
	case FieldReps:
		p.repsColumn(start)
	case FieldRest:
		if r, stated := p.restCell(); stated {
			p.setRest(r, start)
		}
	case FieldHold:
		p.setHold(p.holdColumn(), start)
	case FieldDuration:
		n := p.duration("a duration", false)
		p.limitTime(n, 1, 24*3600, "a duration lasts from 1 s to 24 h")
		r := n.ranged()
		c.Duration = &r
	case FieldFrequency:
		p.take(kRepeat)
		p.frequencyColumn(start)
	case FieldWeeks:
		w := p.weeks()
		c.Weeks = &w
	case FieldTempo:
		if p.take(kTempo) {
			p.take(kColon)
		}
		p.setTempo(p.tempo(), start)
	case FieldEffort, FieldLoad:
		p.loadColumn()
	default:
		p.fail(unknownWord, newSpan(0, len(p.text)), "", fmt.Sprintf("%s is no column of a dose", quote(string(p.column))))
	}
}

func (p *parser) partGroup(g Group, at GroupSpans) {
	if p.err == nil {
		p.dose.Groups, p.dose.Spans.Groups = []Group{g}, []GroupSpans{at}
	}
}

func (p *parser) repsColumn(start int32) {
	p.group = start
	if p.loadFollows(p.pos) {
		load := p.clause()
		p.fail(wrongUnit, load, "", "$own is a load, and no amount is stated")
		return
	}
	w := p.amount()
	p.single(Range{}, w, GroupSpans{All: p.since(start), Amount: w.at, Side: w.side})
}

func (p *parser) holdColumn() Range {
	if p.take(kHold) {
		p.take(kColon)
		p.take(kFor)
	}
	n := p.holdTime()
	p.take(kHold)
	return n.ranged()
}

func (p *parser) frequencyColumn(start int32) {
	switch p.kind() {
	case kDaily, kWeekly, kOnce, kTwice, kEvery:
	case kNumber:
		if p.classify(p.pos) != aFrequency {
			p.strayFrequency()
			return
		}
	default:
		p.expected("how often, such as `3x/day`")
		return
	}
	p.setFrequency(p.frequency(), start)
}

// loadColumn reads one load; an effort is a load that is a rating.
func (p *parser) loadColumn() {
	if k := p.kind(); !p.loadFollows(p.pos) && k != kNumber && k != kDash {
		p.expected("a load")
		return
	}
	l, at := p.load()
	if p.column == FieldEffort && p.err == nil && l.Kind != RPE && l.Kind != RIR {
		p.fail(wrongUnit, at, "", "$own is no effort: write `RPE 8` or `RIR 2` here, a load under `load`")
	}
	p.partGroup(Group{Load: []Load{l}}, GroupSpans{All: at, Load: []Span{at}})
}
