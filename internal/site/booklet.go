package site

import (
	"html/template"
	"slices"

	"regimen/internal/regimen"
)

// handout is an exercise as the booklet explains it.
type handout struct {
	Anchor, Title, Summary string
	Doses                  []handoutDose
	Figure                 *figureView
	How, Points, Mistakes  template.HTML
	EndWhen                string
	Sides                  string
}

// handoutDose is how much of an exercise one session asks for.
type handoutDose struct{ Session, Weeks, Work, Details string }

// addBooklet adds what only the whole programme on paper has: whom it is for, and every
// exercise that its rows name, in their order.
func (b *builder) addBooklet(v *sheetView, p *regimen.Programme, page string) {
	v.For, v.NotFor, v.Facts = p.For, p.NotFor, b.programmeFacts(p)
	v.Progress, v.BackOff = p.Progress, p.BackOff
	if v.Safety != nil {
		own := *v.Safety // other pages share that one
		own.Check = b.check(b.lib.SafetyFile(p.Safety.ID))
		v.Safety = &own
	}
	if b.url != "" && p.Built() {
		v.Address = b.url + "/" + programmePath(p.ID)
		v.Code = code(v.Address)
	}
	var known []string
	for _, id := range exercisesOf(p) {
		if e := b.lib.Exercise(id); e != nil && e.Status != regimen.StatusStub {
			url := exerciseFrom(page, id)
			v.Exercises = append(v.Exercises, b.handout(e, page))
			v.Exercises[len(known)].Doses = handoutDoses(v.Sessions, url)
			known = append(known, url)
		}
	}
	for i := range v.Sessions {
		rows := v.Sessions[i].Rows
		for j := range rows {
			if n := slices.Index(known, rows[j].Exercise.URL); n >= 0 {
				rows[j].Exercise.URL = "#" + v.Exercises[n].Anchor
				rows[j].Thumbnail = "" // the figure follows, and the page is heavy
			}
		}
	}
}

func (b *builder) handout(e *regimen.Exercise, page string) handout {
	section := func(heading string) template.HTML {
		return asHTML(b.section(nil, &e.Page, page, heading)) // markdown escapes what authors write
	}
	return handout{
		Anchor: "exercise-" + e.ID, Title: e.Title, Summary: e.Summary, Figure: b.figure(e),
		How: section("How to perform"), Points: section("Key points"), Mistakes: section("Common mistakes"), EndWhen: e.EndWhen, Sides: b.sides(e.Sides),
	}
}

// handoutDoses finds the doses of an exercise in the sessions, by its address.
func handoutDoses(sessions []sessionView, url string) []handoutDose {
	var out []handoutDose
	for _, s := range sessions {
		for _, row := range s.Rows {
			if len(row.Doses) == 0 && row.Exercise.URL == url {
				out = append(out, handoutDose{s.Name, row.Weeks, row.Work, row.Details})
			}
			for _, d := range row.Doses {
				if orElse(d.Exercise.URL, row.Exercise.URL) == url {
					out = append(out, handoutDose{s.Name, d.Weeks, d.Work, d.Details})
				}
			}
		}
	}
	return out
}

// exercisesOf lists the exercises of a programme's rows in the order in which they come,
// those too that a phase or a variant puts in the place of another.
func exercisesOf(p *regimen.Programme) []string {
	var ids []string
	add := func(w regimen.Word) {
		if w.ID != "" && !slices.Contains(ids, w.ID) {
			ids = append(ids, w.ID)
		}
	}
	for _, s := range p.Sessions {
		for _, row := range s.Rows {
			add(row.Exercise)
			add(row.Variant)
			for i := range p.Phases {
				if change := row.ChangeIn(&p.Phases[i]); change != nil {
					add(change.Exercise)
					add(change.Variant)
				}
			}
		}
	}
	return ids
}
