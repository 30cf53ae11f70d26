package check

import (
	"fmt"
	"slices"

	"regimen/internal/regimen"
)

// saying is what a file says that a rule may compare with what any other file says, by
// what it is about.
type saying [topics][]string

// topic is what a rule heeds of a saying.
type topic int

const (
	aboutNames      topic = iota // what the file is and was called
	aboutRelations               // which exercises it names, and what it links to
	aboutSources                 // what it cites
	aboutPictures                // what it shows, and its title
	aboutDisclaimer              // whether a programme says that it is no medical advice
	topics
)

// saidOtherwise tells about what a file that changed says something else than before.
func (c *change) saidOtherwise() [topics]bool {
	var out [topics]bool
	otherwise(&out, c.exercises, ofExercise)
	otherwise(&out, c.programmes, ofProgramme)
	otherwise(&out, c.guides, ofGuide)
	return out
}

func otherwise[T any](out *[topics]bool, files []version[T], says func(*T) *saying) {
	for _, v := range files {
		was, now := &saying{}, &saying{}
		if v.was != nil {
			was = says(v.was)
		}
		if v.now != nil {
			now = says(v.now)
		}
		for about := range out {
			out[about] = out[about] || !slices.Equal(was[about], now[about])
		}
	}
}

func ofExercise(e *regimen.Exercise) *saying {
	s := ofPage(&e.Page)
	s.words(aboutNames, e.Aliases, e.RenamedFrom)
	s.words(aboutRelations, e.Progressions, e.Regressions)
	for _, sub := range e.Substitutes {
		s.add(aboutRelations, sub.Exercise.ID)
	}
	for _, m := range e.Media {
		s.add(aboutPictures, m.File.ID, m.Alt, m.Decorative, m.Broken("alt"), m.Broken("decorative"))
	}
	return s
}

func ofProgramme(p *regimen.Programme) *saying {
	s := ofPage(&p.Page)
	s.words(aboutNames, p.RenamedFrom)
	s.add(aboutDisclaimer, p.Goal, p.Broken("goal"), saysSo(p))
	s[aboutRelations] = slices.AppendSeq(s[aboutRelations], namedBy(p))
	return s
}

func ofGuide(g *regimen.Guide) *saying {
	s := ofPage(&g.Page)
	s.words(aboutNames, g.RenamedFrom)
	return s
}

func ofPage(p *regimen.Page) *saying {
	s := &saying{}
	s.add(aboutNames, p.File.Path)
	s.add(aboutRelations, p.File.Path)
	s.add(aboutSources, p.Slipped)
	s.add(aboutPictures, p.File.Path, p.Title, p.Slipped)
	for _, l := range p.Body.Links {
		s.add(aboutRelations, l.Destination)
		if l.Picture {
			s.add(aboutPictures, l.Destination, l.Alt)
		}
	}
	for _, c := range p.Body.Citations {
		s.add(aboutSources, c.ID)
	}
	s.words(aboutSources, p.Sources)
	return s
}

func (s *saying) add(about topic, said ...any) {
	s[about] = append(s[about], fmt.Sprintf("%#v", said))
}

// words adds lists of words, so that one moved to another list says something else.
func (s *saying) words(about topic, lists ...[]regimen.Word) {
	for _, list := range lists {
		s.add(about, regimen.IDs(list))
	}
}
