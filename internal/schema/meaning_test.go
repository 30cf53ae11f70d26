package schema

import (
	"testing"

	"regimen/internal/content"
)

// TestEveryMeaningIsUsed asks that each key described in docs/content.md is a key of the
// decoder, at the place where the guide has it, and that few keys have no description.
func TestEveryMeaningIsUsed(t *testing.T) {
	known := map[entry]bool{}
	described, bare := 0, []string{}
	for _, kind := range content.Kinds() {
		each(Keys(kind), sections[kind], "", func(e entry, k *content.Key) {
			known[e] = true
			if e.on == "" {
				known[entry{"Every kind", "", e.key}] = true
			}
			if described++; k.Value.Meaning == "" {
				described--
				bare = append(bare, e.section+" "+e.on+" "+e.key)
			}
		})
	}
	for e := range guide {
		if !known[e] && sectionsHold(e.section) {
			t.Errorf("docs/content.md describes %q, which nothing reads there", e)
		}
	}
	if described < 250 || len(bare) > described/4 {
		t.Errorf("%d keys are described, %d are not: %q", described, len(bare), bare)
	}
}

// sectionsHold reports whether a section describes keys of the frontmatter.
func sectionsHold(section string) bool {
	for _, s := range sections {
		if s == section {
			return true
		}
	}
	return section == "Every kind" || section == "Row"
}

func each(g *content.Group, section, of string, visit func(entry, *content.Key)) {
	for _, k := range g.Keys {
		visit(entry{section, of, k.Name}, k)
		inner, name := section, k.Name
		if short, differs := on[name]; differs {
			name = short
		}
		if rows[k.Name] {
			inner, name = "Row", ""
		}
		below(&k.Value, inner, name, visit)
	}
}

func below(v *content.Value, section, of string, visit func(entry, *content.Key)) {
	for ; v != nil; v = v.Or {
		if v.Keys != nil {
			each(v.Keys, section, of, visit)
		}
		if v.Each != nil {
			below(v.Each, section, of, visit)
		}
	}
}
