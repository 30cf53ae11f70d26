package site

import (
	"html/template"
	"strconv"
	"strings"

	"regimen/internal/regimen"
)

type sessionView struct {
	ID, Title         string
	Name              string // Session A
	Programme         link
	URL               string
	Stated, Estimate  string
	Sum               []fact
	Rows              []rowView
	When              string
	Notice            string
	Dates             []int // empty date columns of the printed sheet
	Safety            *safetyView
	Overrides         []overrideView
	Next              string
	Version, Reviewed string
	Phases            string
}

type rowView struct {
	Exercise     link
	Thumbnail    template.HTML
	Cue          template.HTML
	Role         string
	Work, Rest   string
	Extras       string
	Note         string
	Modification string
	Group        string
	Weeks        string
	Sides        bool
}

// dateColumns is how many empty boxes a printed row has room for.
const dateColumns = 6

func (b *builder) session(p *regimen.Programme, s *regimen.Session, page string) sessionView {
	estimate := b.lib.Estimate(s, regimen.DefaultPace())
	v := sessionView{
		ID: s.ID, Name: "Session " + strings.ToUpper(s.ID), Title: s.Title,
		Programme: link{p.Title, relative(page, programmePath(p.ID))},
		URL:       relative(page, sessionPath(p.ID, s.ID)),
		Estimate:  minutes(estimate.Total()), When: when(p, s),
		Sum: []fact{
			{"Exercise", minutes(estimate.Work)}, {"Rest between sets", minutes(estimate.Rest)},
			{"Moving on to the next exercise", minutes(estimate.Transitions)},
			{"Hard sets", number(b.lib.HardSets(s))},
			{"Changes between floor and standing", strconv.Itoa(b.lib.PositionChanges(s))},
		},
		Version: p.Version, Dates: make([]int, dateColumns), Next: nextTime(p),
	}
	if s.Minutes.Min > 0 {
		v.Stated = whole(s.Minutes) + thin + "min"
	}
	for _, row := range s.Rows {
		v.Rows = append(v.Rows, b.row(row, page))
	}
	return v
}

func (b *builder) row(row *regimen.Prescription, page string) rowView {
	v := rowView{
		Role: b.lib.Role(row), Work: work(row.Dose), Rest: rest(row.Dose), Extras: extras(row.Dose),
		Note: row.Note, Modification: row.Modification, Group: row.Group,
	}
	if row.Load != "" {
		v.Extras = strings.TrimPrefix(v.Extras+", "+row.Load, ", ")
	} else if row.HasClass && row.Class > regimen.NoLoad {
		v.Extras = strings.TrimPrefix(v.Extras+", "+row.Class.String()+" load", ", ")
	}
	if row.Weeks.Min > 0 {
		v.Weeks = "weeks " + whole(row.Weeks)
	}
	e := b.lib.Exercise(row.Exercise.ID)
	if e == nil {
		v.Exercise.Title = row.Exercise.ID
		return v
	}
	if row.Dose.Hold == nil && e.Dose.Hold != nil {
		v.Extras = strings.TrimPrefix(v.Extras+", hold "+seconds(*e.Dose.Hold), ", ")
	}
	v.Exercise, v.Sides = link{e.Title, relative(page, exercisePath(e.ID))}, e.OneSided()
	v.Thumbnail = b.thumbnail(e)
	if len(e.KeyPoints) > 0 {
		v.Cue = b.prose(e.KeyPoints[0].Text, e.File.Path, page)
	}
	return v
}

// when says on which days a session falls: Monday and Friday; next week Wednesday.
func when(p *regimen.Programme, s *regimen.Session) string {
	var weeks []string
	for _, days := range p.Schedule.Occurs(s.ID) {
		var names []string
		for _, d := range days {
			names = append(names, title(d))
		}
		if len(names) > 0 {
			weeks = append(weeks, list(names))
		}
	}
	return strings.Join(weeks, ", the next week ")
}

// nextTime is the overload rule in a sentence.
func nextTime(p *regimen.Programme) string {
	switch p.Overload.Method {
	case "double":
		often := "once"
		if p.Overload.Confirm > 1 {
			often = "in " + strconv.Itoa(p.Overload.Confirm) + " sessions running"
		}
		return "Add a repetition where you can. When every set reaches the top of its range " + often +
			" and the next day was no worse, add the smallest weight and go back to the low end."
	case "linear":
		return "When every set is done, add the next step next time."
	case "percent":
		return "Work at the stated share of your maximum."
	}
	return "Repeat the same dose until it feels easy."
}

func (b *builder) sessionPage(p *regimen.Programme, s *regimen.Session) ([]byte, error) {
	page := sessionPath(p.ID, s.ID)
	v := b.session(p, s, page)
	if safety := b.lib.SafetyFile(p.Safety.ID); safety != nil {
		v.Safety, v.Notice = b.safety(safety, page), safety.ClearanceNotice
	}
	if n := p.Weeks(); n > 0 {
		v.Phases = "weeks 1–" + strconv.Itoa(n)
	}
	v.Overrides = b.overrides(p)
	v.Reviewed = b.reviewWords(p)
	return b.render("session", shell{
		Title: v.Name + ": " + lowerFirst(orElse(s.Title, p.Title)), Description: p.Title + ", " + v.Name, Section: "programmes", Path: page,
		Crumbs:   []link{{"Programmes", relative(page, programmesPath)}, {p.Title, relative(page, programmePath(p.ID))}},
		Unlisted: p.Status == regimen.StatusUnlisted,
	}, v)
}

// reviewWords says who looked at a programme, and that nobody did at its thresholds.
func (b *builder) reviewWords(p *regimen.Programme) string {
	var words []string
	if r := p.Reviewed; r != nil {
		words = append(words, "reviewed by "+r.By+", "+r.Role+", "+r.Date)
	}
	if len(p.Conditions) > 0 && !b.shared.ThresholdsReviewed {
		words = append(words, "thresholds not clinically reviewed")
	}
	return strings.Join(words, "; ")
}
