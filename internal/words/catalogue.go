package words

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed english.json
var english []byte

// Catalogue is every phrase of the interface with its English text. One that counts
// has two forms and stands under that of many. A test holds it to the sources.
var Catalogue = sync.OnceValue(func() map[string]Phrase {
	phrases := map[string]Phrase{}
	if json.Unmarshal(english, &phrases) != nil {
		return nil // the catalogue is part of the binary
	}
	return phrases
})

// UnmarshalJSON reads one text, or the forms of a phrase that counts.
func (p *Phrase) UnmarshalJSON(text []byte) error {
	var one string
	if json.Unmarshal(text, &one) == nil {
		*p = Phrase{"other": one}
		return nil
	}
	return json.Unmarshal(text, (*map[string]string)(p))
}

// MarshalJSON writes a phrase as UnmarshalJSON reads it.
func (p Phrase) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	to := json.NewEncoder(&out)
	to.SetEscapeHTML(false) // whoever writes the whole decides
	var value any = map[string]string(p)
	if other, one := p["other"]; one && len(p) == 1 {
		value = other
	}
	err := to.Encode(value)
	return out.Bytes(), err
}

// Counts reports whether the phrase has a form for one and a form for many.
func (p Phrase) Counts() bool { return len(p) > 1 }

// Values lists the names in the braces of a text, each once.
func Values(text string) []string {
	var names []string
	seen := map[string]bool{}
	for {
		_, rest, opened := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !opened || !closed {
			return names
		}
		text = after
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
}
