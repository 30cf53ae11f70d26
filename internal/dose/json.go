package dose

import (
	"bytes"
	"encoding/json"
)

type jsonEnds struct {
	Min *float64 `json:"min"`
	Max *float64 `json:"max"`
}

type jsonAmount struct {
	jsonEnds
	Unit    Unit `json:"unit"`
	Open    bool `json:"open"`
	PerSide bool `json:"per_side"`
}

type jsonGroup struct {
	Sets   *jsonEnds   `json:"sets,omitempty"`
	Amount *jsonAmount `json:"amount,omitempty"`
	Load   []Load      `json:"load,omitzero"`
}

type jsonFrequency struct {
	Per Period `json:"per"`
	jsonEnds
}

type jsonDose struct {
	Canonical string         `json:"canonical"`
	Groups    []jsonGroup    `json:"groups"`
	Load      []Load         `json:"load"`
	Hold      *jsonEnds      `json:"hold_s"`
	Tempo     *Tempo         `json:"tempo"`
	Rest      *jsonEnds      `json:"rest_s"`
	Frequency *jsonFrequency `json:"frequency"`
}

type jsonError struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Message string `json:"message"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Hint    string `json:"hint"`
}

func ends(r *Range) *jsonEnds {
	if r == nil {
		return nil
	}
	return &jsonEnds{&r.Min, &r.Max}
}

func (a Amount) json() *jsonAmount {
	j := &jsonAmount{*ends(&a.Range), a.Unit, a.Open != Closed, a.PerSide}
	if a.Open != Closed {
		j.Max = nil
	}
	if a.Open != Closed && a.Open != AtLeast {
		j.Min = nil
	}
	return j
}

func (d Dose) json() jsonDose {
	j := jsonDose{
		Canonical: d.String(), Load: d.Load, Groups: []jsonGroup{},
		Hold: ends(d.Hold), Tempo: d.Tempo, Rest: ends(d.Rest), Frequency: d.Frequency.json(),
	}
	for _, g := range d.Groups {
		j.Groups = append(j.Groups, jsonGroup{ends(&g.Sets), g.Amount.json(), some(g.Load)})
	}
	j.Load = some(j.Load)
	return j
}

func (f *Frequency) json() *jsonFrequency {
	if f == nil {
		return nil
	}
	return &jsonFrequency{f.Per, *ends(&f.Range)}
}

// some is the loads as a list that is empty instead of absent.
func some(l []Load) []Load {
	if l == nil {
		return []Load{}
	}
	return l
}

// MarshalJSON writes the object of the notation, without input and ok.
func (d Dose) MarshalJSON() ([]byte, error) { return encode(d.json()) }

// MarshalText writes a load in its canonical form.
func (l Load) MarshalText() ([]byte, error) { return l.append(nil), nil }

// MarshalText writes a tempo with all four parts.
func (t Tempo) MarshalText() ([]byte, error) { return t.append(nil), nil }

// MarshalJSON writes code, name, message, start, end and hint.
func (e *Error) MarshalJSON() ([]byte, error) { return encode(jsonError(*e)) }

// encode leaves the characters < > & as they are: they are common in what is
// quoted, and this is no HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
