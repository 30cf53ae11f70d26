package check

import (
	"fmt"
	"slices"

	"regimen/internal/regimen"
)

// saying is what a file says that a rule may compare with what any other file says: its
// names, whom it names, what it links to, cites and shows.
type saying []string

// saidOtherwise reports whether a file that changed says something else than before.
func (c *change) saidOtherwise() bool {
	return otherwise(c.exercises, ofExercise) || otherwise(c.programmes, ofProgramme) || otherwise(c.guides, ofGuide)
}

func otherwise[T any](files []version[T], says func(*T) saying) bool {
	return slices.ContainsFunc(files, func(v version[T]) bool {
		return v.was == nil || v.now == nil || !slices.Equal(says(v.was), says(v.now))
	})
}

func ofExercise(e *regimen.Exercise) saying {
	s := ofPage(&e.Page)
	s.words(e.Aliases, e.RenamedFrom, e.Progressions, e.Regressions)
	for _, sub := range e.Substitutes {
		s.words([]regimen.Word{sub.Exercise})
	}
	for _, m := range e.Media {
		s.add(m.File.ID, m.Alt, m.Decorative, m.Broken("alt"), m.Broken("decorative"))
	}
	return s
}

func ofProgramme(p *regimen.Programme) saying {
	s := ofPage(&p.Page)
	s.words(p.RenamedFrom)
	s.add(p.Goal, p.Broken("goal"), saysSo(p))
	return slices.AppendSeq(s, namedBy(p))
}

func ofGuide(g *regimen.Guide) saying {
	s := ofPage(&g.Page)
	s.words(g.RenamedFrom)
	return s
}

func ofPage(p *regimen.Page) saying {
	var s saying
	s.add(p.File.Path, p.Title, p.Slipped)
	for _, l := range p.Body.Links {
		s.add(l.Destination, l.Picture, l.Alt)
	}
	for _, c := range p.Body.Citations {
		s.add(c.ID)
	}
	s.words(p.Sources)
	return s
}

func (s *saying) add(said ...any) { *s = append(*s, fmt.Sprintf("%#v", said)) }

// words adds lists of words, so that one moved to another list says something else.
func (s *saying) words(lists ...[]regimen.Word) {
	for _, list := range lists {
		s.add(regimen.IDs(list))
	}
}
