package site

import (
	"slices"
	"strconv"
	"strings"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

func (b *builder) aboutSite() *entity {
	return &entity{
		Type: webSite, Name: b.shared.SiteTitle, Description: b.lib.Site.Description,
		URL: b.address(homePath, homePath), Language: b.shared.Language, Author: person(b.lib.Site.Author),
	}
}

func person(p *regimen.Person) *member {
	if p == nil {
		return nil
	}
	return &member{Type: "Person", Name: p.Name, URL: p.URL}
}

func (b *builder) aboutGuide(g *regimen.Guide, cited []referenceView) *entity {
	page := guidePath(g.ID)
	out := &entity{
		Type: article, Headline: g.Title, Description: g.Summary, URL: b.address(page, page), Language: b.shared.Language,
		Published: g.Date, Modified: g.Updated, Author: person(g.Author),
		PartOf: &member{Type: webSite, Name: b.shared.SiteTitle, URL: b.address(page, homePath)},
	}
	if out.Author == nil {
		out.Author = person(b.lib.Site.Author)
	}
	for _, r := range cited {
		work := member{Type: "CreativeWork", Name: r.Title, URL: r.URL}
		if r.Year > 0 {
			work.Published = strconv.Itoa(r.Year)
		}
		out.Citations = append(out.Citations, work)
	}
	return out
}

// aboutExercise is nil for an exercise whose steps nobody wrote yet.
func (b *builder) aboutExercise(e *regimen.Exercise) *entity {
	page := exercisePath(e.ID)
	out := &entity{Type: howTo, Name: e.Title, Description: e.Summary, URL: b.address(page, page), Language: b.shared.Language}
	for i := range e.Body.Sections {
		s := &e.Body.Sections[i]
		if !strings.EqualFold(s.Title, "How to perform") {
			continue
		}
		for _, list := range s.Lists {
			out.Steps = slices.Grow(out.Steps, len(list.Items))
			for _, step := range list.Items {
				out.Steps = append(out.Steps, member{Type: "HowToStep", Position: len(out.Steps) + 1, Text: step.Plain()})
			}
		}
	}
	if len(out.Steps) == 0 {
		return nil
	}
	for _, any := range e.Equipment {
		out.Tools = append(out.Tools, member{Type: "HowToTool", Name: b.equipment([]regimen.AnyOf{any})})
	}
	return out
}

func (b *builder) aboutProgramme(p *regimen.Programme) *entity {
	page := programmePath(p.ID)
	out := &entity{
		Type: exercisePlan, Name: p.Title, Description: p.Summary, URL: b.address(page, page), Language: b.shared.Language,
		Version: p.Version, Author: person(p.Author), ExerciseType: b.goal(p.Goal), Frequency: b.frequency(p.Schedule),
	}
	if n := p.Weeks(); n > 0 {
		out.Duration = amountOf(dose.Range{Min: float64(n), Max: float64(n)}, inWeeks)
	}
	for _, s := range p.Sessions {
		out.Parts = append(out.Parts, &entity{Type: exercisePlan, Name: orElse(s.Title, s.ID), URL: b.address(page, sessionPath(p.ID, s.ID))})
	}
	return out
}

func (b *builder) frequency(s regimen.Schedule) *quantity {
	often := func(n int, words string) *quantity {
		return &quantity{Type: "QuantitativeValue", Value: float64(n), Words: words}
	}
	switch {
	case len(s.Days) > 0:
		return often(len(s.Days), b.t("sessions a week"))
	case s.PerWeek > 0:
		return often(s.PerWeek, b.t("sessions a week"))
	case s.PerDay > 0:
		return often(s.PerDay, b.t("sessions a day"))
	}
	return nil
}

func (b *builder) aboutSession(p *regimen.Programme, s *regimen.Session) *entity {
	page := sessionPath(p.ID, s.ID)
	total := b.lib.Estimate(s, regimen.DefaultPace()).Total()
	out := &entity{
		Type: exercisePlan, Name: orElse(s.Title, p.Title), URL: b.address(page, page), Language: b.shared.Language, Version: p.Version,
		PartOf:   &member{Type: exercisePlan, Name: p.Title, URL: b.address(page, programmePath(p.ID))},
		Duration: amountOf(dose.Range{Min: wholeMinutes(total.Min), Max: wholeMinutes(total.Max)}, inMinutes),
	}
	out.Parts = make([]*entity, len(s.Rows))
	for i, row := range s.Rows {
		out.Parts[i] = b.aboutRow(row, page)
	}
	return out
}

func wholeMinutes(seconds float64) float64 { return float64(int(seconds/60 + 0.5)) }

func (b *builder) aboutRow(row *regimen.Prescription, page string) *entity {
	out := &entity{Type: exercisePlan, Name: row.Exercise.ID, Description: b.dose(row.Dose)}
	if e := b.lib.Exercise(row.Exercise.ID); e != nil {
		out.Name, out.ExerciseType = e.Title, b.lib.Vocabulary.CategoryTitle(e.Category.ID)
		if e.Built() {
			out.URL = b.address(page, exercisePath(e.ID))
		}
	}
	if len(row.Dose.Groups) > 0 && row.Dose.Groups[0].Amount.Open == dose.Closed {
		switch amount := row.Dose.Groups[0].Amount; amount.Unit {
		case dose.Reps:
			out.Repetitions = amountOf(amount.Range, "")
		case dose.Seconds:
			out.Duration = amountOf(amount.Range, inSeconds)
		case dose.Metres:
			out.Workload = amountOf(amount.Range, inMetres)
		}
	}
	if row.Dose.Rest != nil && row.Dose.Rest.Max > 0 {
		out.Rest = amountOf(*row.Dose.Rest, inSeconds)
	}
	if row.HasClass {
		out.Intensity = b.loadClass(row.Class)
	}
	return out
}
