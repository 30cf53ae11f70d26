package site

import (
	"strings"

	"regimen/internal/regimen"
)

// suitedProgramme is a programme with a condition and stage that it declares.
type suitedProgramme struct {
	programme *regimen.Programme
	title     string // with the stage
}

// suitedTo is the programmes that declare each condition, once for each stage.
func (b *builder) suitedTo() map[*regimen.Condition][]suitedProgramme {
	out := map[*regimen.Condition][]suitedProgramme{}
	for _, p := range b.listedProgrammes() {
		for _, d := range p.Conditions {
			c := b.lib.Condition(d.Condition.ID)
			if c == nil {
				continue
			}
			stage := d.Stage.ID
			if s, _ := c.Stage(stage); s != nil {
				stage = b.inline(orElse(s.Title, title(stage)))
			}
			out[c] = append(out[c], suitedProgramme{p, b.t("{programme} ({stage})", "programme", p.Title, "stage", stage)})
		}
	}
	return out
}

// conditionVolumes is the programmes for each condition, by first letter where they are many.
func (b *builder) conditionVolumes() map[*regimen.Condition]*volume[suitedProgramme] {
	out := map[*regimen.Condition]*volume[suitedProgramme]{}
	for c, programmes := range b.suited() {
		if len(programmes) <= mostOnOnePage {
			continue
		}
		page := conditionPath(c.ID)
		v := &volume[suitedProgramme]{
			title: c.Title, short: b.t("Programmes for {condition}", "condition", b.inline(c.Title)), path: page, section: "conditions",
			above: []link{{b.t("Conditions"), conditionsPath}}, most: mostOnOnePage,
			name: func(s suitedProgramme) string { return s.title }, count: b.countProgrammes,
		}
		v.leaf = func(dst []byte, l leaf[suitedProgramme]) ([]byte, error) {
			var cards []cardView
			for _, s := range l.entries {
				card := b.programmeCard(s.programme, l.shell.Path)
				card.Title = s.title
				cards = append(cards, card)
			}
			return b.render(dst, "list", l.shell, l.asList(cards))
		}
		v.chapters = byLetter(sorted(programmes, v.name), v.name, func(letter string) string {
			return strings.TrimSuffix(page, ".html") + "/" + letter + ".html"
		})
		out[c] = v
	}
	return out
}

// programmesFor leads to the programmes that declare a condition.
func (b *builder) programmesFor(c *regimen.Condition, page string) (links []link, count string, letters []letterView) {
	if v := b.checkedFor()[c]; v != nil {
		return nil, b.countProgrammes(len(b.suited()[c])), v.letters(b, page)
	}
	for _, s := range b.suited()[c] {
		links = append(links, link{s.title, relative(page, programmePath(s.programme.ID))})
	}
	return links, "", nil
}
