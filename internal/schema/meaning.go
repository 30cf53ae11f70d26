package schema

import (
	"regexp"
	"strings"

	"regimen/docs"
	"regimen/internal/content"
)

// Keys is the decoder's table of a kind's keys, each with its meaning from
// docs/content.md; nil for a kind that there is none of.
func Keys(kind string) *content.Group {
	keys := content.KeysOf(kind)
	if keys != nil {
		guide.describe(keys, sections[kind], "")
	}
	return keys
}

// sections names the parts of docs/content.md that a kind's keys are described in.
var sections = map[string]string{
	"site": "Site", "exercise": "Exercise", "programme": "Programme", "condition": "Condition",
	"safety": "Safety", "guide": "Guide", "references": "References", "vocabulary": "Vocabulary",
}

// rows are the keys that hold rows of a session, which have a section of their own.
var rows = map[string]bool{"exercises": true, "rows": true}

// on names what the tables call an entry under a key, where it is not the key itself.
var on = map[string]string{
	"substitutes": "substitute", "media": "picture", "phases": "phase", "sessions": "session",
	"groups": "group", "stages": "stage", "overrides": "override", "references": "",
}

// entry is what a row of the guide's tables is about.
type entry struct{ section, on, key string }

var guide = read(docs.Content)

type meanings map[entry]string

// describe fills in the meanings of a group's keys, and of those below.
func (m meanings) describe(g *content.Group, section, of string) {
	for _, k := range g.Keys {
		if k.Value.Meaning == "" {
			k.Value.Meaning = m.of(section, of, k.Name)
		}
		inner, name := section, k.Name
		if short, differs := on[name]; differs {
			name = short
		}
		if rows[k.Name] {
			inner, name = "Row", ""
		}
		m.inside(&k.Value, inner, name)
	}
}

func (m meanings) inside(v *content.Value, section, of string) {
	for ; v != nil; v = v.Or {
		if v.Keys != nil {
			m.describe(v.Keys, section, of)
		}
		if v.Each != nil {
			m.inside(v.Each, section, of)
		}
	}
}

// of finds the meaning of a key of a thing, or of a key that every kind has.
func (m meanings) of(section, of, key string) string {
	if text := m[entry{section, of, key}]; text != "" || of != "" {
		return text
	}
	return m[entry{"Every kind", "", key}]
}

var (
	keyForm  = regexp.MustCompile("`([^`]+)`")
	linkForm = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// read takes the tables of the guide apart.
func read(text string) meanings {
	r := reader{meanings: meanings{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); ok && strings.HasPrefix(line, "#") {
			r.section, _, _ = strings.Cut(title, ":")
		}
		if !strings.HasPrefix(line, "|") {
			r.header = nil
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case r.header == nil:
			r.header, r.thing = cells, ""
		case !strings.HasPrefix(cells[0], "---"):
			r.row(cells)
		}
	}
	return r.meanings
}

// reader goes through the guide: its section, the head of its table, the thing that the
// rows are about, the key before.
type reader struct {
	meanings
	section, thing, last string
	header               []string
}

// row notes what a row of a table says.
func (r *reader) row(cells []string) {
	keys, named := 0, r.header[0] == "key"
	if of, ok := strings.CutPrefix(r.header[0], "on "); ok {
		r.thing, named = of, true // the first column holds the keys of one thing
	} else if r.header[0] == "on" {
		keys, named = 1, true
		if cells[0] != "" {
			r.thing = cells[0]
		}
	}
	if !named || len(cells) < keys+2 {
		return
	}
	meaning, thing := cells[len(cells)-1], r.thing
	if meaning == "" {
		meaning = cells[keys+1]
	}
	if strings.HasPrefix(cells[keys], "its ") {
		thing = r.last
	}
	meaning = linkForm.ReplaceAllString(meaning, "$1") // which would lead nowhere in an editor
	for _, key := range keyForm.FindAllStringSubmatch(cells[keys], -1) {
		if r.meanings[entry{r.section, thing, key[1]}] = meaning; thing == r.thing {
			r.last = key[1]
		}
	}
}
