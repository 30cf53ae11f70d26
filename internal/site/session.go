package site

import (
	"html/template"
	"strings"

	"regimen/internal/regimen"
)

type sessionView struct {
	ID, Title         string
	Name              string // Session A
	Programme         link
	ProgrammeID, URL  string
	Stated, Estimate  string
	Time              timeView
	Rows              []rowView
	When, Turns       string // on which days; and all sessions in turn
	Notice            string
	Safety            *safetyView
	Overrides         []overrideView
	Next              string
	Version, Reviewed string
	Phases            string
	Fit               string        // of the printed sheet: close, brief, long
	Log               template.HTML // the data block of the log
	printedView
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
	Together     string     // how the group is done that begins here
	Details      string     // extras and rest on one line, for sheets
	Doses        []doseView // where phases change it
}

func (b *builder) session(p *regimen.Programme, s *regimen.Session, page string) sessionView {
	estimate := b.lib.Estimate(s, regimen.DefaultPace())
	v := sessionView{
		ID: s.ID, Name: b.t("Session {letter}", "letter", b.letter(s.ID)), Title: s.Title,
		Programme:   link{p.Title, relative(page, programmePath(p.ID))},
		ProgrammeID: p.ID, URL: relative(page, sessionPath(p.ID, s.ID)),
		Estimate: b.minutes(estimate.Total()), Time: b.time(s), When: b.when(p, s),
		Version: p.Version, Next: b.nextTime(p), Rows: make([]rowView, len(s.Rows)),
	}
	if s.Minutes.Min > 0 {
		v.Stated = measured(b.t("{n} min"), b.whole(s.Minutes))
	}
	for i, row := range s.Rows {
		v.Rows[i] = b.row(row, page)
		v.Rows[i].Together = b.together(s, i)
		v.Rows[i].Doses = b.doses(p, s, row, page)
	}
	return v
}

// sessions are all sessions of a programme, as a page of them all shows each.
func (b *builder) sessions(p *regimen.Programme, page string) []sessionView {
	out, turns := make([]sessionView, len(p.Sessions)), b.turns(p)
	for i, s := range p.Sessions {
		out[i] = b.session(p, s, page)
		out[i].Turns = turns
	}
	return out
}

func (b *builder) row(row *regimen.Prescription, page string) rowView {
	v := rowView{
		Role: b.lib.Role(row), Work: b.work(row.Dose), Rest: b.rest(row.Dose), Extras: b.extras(row.Dose),
		Note: row.Note, Modification: row.Modification, Group: row.Group,
	}
	more := func(words string) { v.Extras = strings.TrimPrefix(v.Extras+b.t(", ")+words, b.t(", ")) }
	if row.Load != "" {
		more(b.stated(row.Load))
	} else if row.HasClass && row.Class > regimen.NoLoad {
		more(b.loadClass(row.Class))
	}
	if row.Weeks.Min > 0 {
		v.Weeks = b.weeks(row.Weeks)
	}
	if side := b.oneSide(row.Side); side != "" {
		more(side)
	}
	e := b.doneAs(row)
	if e == nil {
		v.Exercise.Title = row.Exercise.ID
		return v
	}
	if row.Dose.Hold == nil && e.Dose.Hold != nil {
		more(b.t("hold {time}", "time", b.seconds(*e.Dose.Hold)))
	}
	v.Exercise, v.Sides = link{e.Title, exerciseFrom(page, e.ID)}, e.OneSided() && row.Side == ""
	v.Thumbnail = b.thumbnail(e)
	if points := e.Body.Items("Key points"); len(points) > 0 {
		v.Cue = b.prose(points[0].Text, e.File.Path, page)
	}
	return v
}

// nextTime is the overload rule in a sentence.
func (b *builder) nextTime(p *regimen.Programme) string {
	switch p.Overload.Method {
	case "double":
		return b.n(max(1, p.Overload.Confirm),
			"Add a repetition where you can. When every set reaches the top of its range and the next day was no worse, add the smallest weight and go back to the low end.",
			"Add a repetition where you can. When every set reaches the top of its range in {n} sessions running and the next day was no worse, add the smallest weight and go back to the low end.")
	case "linear":
		return b.t("When every set is done, add the next step next time.")
	case "percent":
		return b.t("Work at the stated share of your maximum.")
	}
	return b.t("Repeat the same dose until it feels easy.")
}

func (b *builder) sessionPage(dst []byte, p *regimen.Programme, s *regimen.Session) ([]byte, error) {
	page := sessionPath(p.ID, s.ID)
	v := b.session(p, s, page)
	v.Turns = b.turns(p)
	v.Safety, v.Notice = b.safetyOf(p, page), b.notice(p)
	if n := p.Weeks(); n > 0 {
		v.Phases = b.weeks(regimen.Range{Min: 1, Max: n})
	}
	v.Overrides = b.overrides(p)
	v.Reviewed = b.reviewWords(p)
	v.printedView = b.printed(p, s, page)
	v.Fit = fit(&v)
	var out []byte
	err := inBuffer(func(log []byte) (_ []byte, err error) {
		if log, err = b.logSessionData(log, p, s, page); err != nil {
			return log, err
		}
		v.Log = asHTML(log)
		out, err = b.renderDutiful(dst, p, "session", shell{
			Title: v.Name + ": " + b.inline(orElse(s.Title, p.Title)), Description: p.Title + b.t(", ") + v.Name, Section: "programmes", Path: page,
			Scripts: []string{"session.js", "session-log.js"}, Styles: []string{sessionLogStylesPath},
			Crumbs:   []link{{b.t("Programmes"), relative(page, programmesPath)}, {p.Title, relative(page, programmePath(p.ID))}},
			Unlisted: p.Status == regimen.StatusUnlisted, About: b.aboutSession(p, s),
		}, v)
		return log, err
	})
	return out, err
}

// reviewWords says who looked at a programme, and that nobody did at its thresholds.
func (b *builder) reviewWords(p *regimen.Programme) string {
	var words []string
	if r := p.Reviewed; r != nil {
		words = append(words, b.t("reviewed by {name}, {role}, {date}", "name", r.By, "role", r.Role, "date", b.date(r.Date)))
	}
	if len(p.Conditions) > 0 && !b.shared.ThresholdsReviewed {
		words = append(words, b.t("thresholds not clinically reviewed"))
	}
	return strings.Join(words, "; ")
}
