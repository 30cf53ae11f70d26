package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"sync"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

type programmeView struct {
	Title, Summary    string
	Clearance         string
	Notice            string
	For, NotFor       []string
	Facts             []fact
	Phases            []phaseView
	Days              []string
	Weeks             []weekView
	Sessions          []sessionView
	Checked           []checkedView
	Reviewed          bool
	Overrides         []overrideView
	Progress, BackOff []string
	Needs, Optional   []needView
	Volume            []volumeView
	Data              template.HTML // for the calendar file; empty without weekdays
	Safety            *safetyView
	Body              template.HTML
	References        []referenceView
	Version           string
	Sheets            []link
}

type phaseView struct {
	Name, Weeks, Focus, Rule string
	Marks                    []bool // as many as the bar has segments
	Open                     bool
}

// volumeView is the sets a week that one muscle gets, on average over the cycle, and how
// many of them are hard; the widths are of a bar that is 100 for the most.
type volumeView struct {
	Muscle, Sets, Hard   string
	SetsWidth, HardWidth string
}

// checkedView says what a programme was checked against, and how it came out.
type checkedView struct {
	Condition        link
	Stage, Result    string
	Words            string
	Version          string
	Notes            []string
	ConditionSummary string
}

func (b *builder) programmePage(dst []byte, p *regimen.Programme) ([]byte, error) {
	page := programmePath(p.ID)
	v := programmeView{
		Title: p.Title, Summary: p.Summary, Clearance: b.clearanceWords(p.Clearance),
		For: p.For, NotFor: p.NotFor, Facts: b.programmeFacts(p), Phases: b.phases(p),
		Weeks: b.calendar(p, page), Checked: b.checked(p, page), Reviewed: b.shared.ThresholdsReviewed, Overrides: b.overrides(p),
		Progress: p.Progress, BackOff: p.BackOff, Body: b.sections(&p.Page, page, ""),
		References: b.references(p.Sources, p.Body.Citations), Version: p.Version,
	}
	v.Volume = b.volume(p)
	v.Needs, v.Optional = b.needs(p, page)
	for _, d := range p.Schedule.Days {
		v.Days = append(v.Days, b.weekday(d.ID))
	}
	v.Data = b.calendarData(p, page)
	if v.Safety = b.safetyOf(p, page); v.Safety != nil {
		v.Notice = v.Safety.Notice
	}
	v.Sessions = b.sessions(p, page)
	v.Sheets = b.sheetLinks(p, page)
	return b.renderDutiful(dst, p, "programme", shell{
		Title: p.Title, Description: p.Summary, Section: "programmes", Path: page, Scripts: []string{"programme.js"},
		Crumbs: []link{{b.t("Programmes"), relative(page, programmesPath)}}, Unlisted: p.Status == regimen.StatusUnlisted,
		About: b.aboutProgramme(p),
	}, v)
}

// volume lists the muscles that a programme trains, most sets first.
func (b *builder) volume(p *regimen.Programme) []volumeView {
	all, hard := b.lib.MeanVolume(p, false), b.lib.MeanVolume(p, true)
	muscles := make([]volumeView, len(all))
	for i, m := range all {
		heavy := 0.0
		for _, h := range hard {
			if h.Muscle == m.Muscle {
				heavy = h.Sets
			}
		}
		width := func(sets float64) string { return strconv.FormatFloat(100*sets/all[0].Sets, 'f', 1, 64) }
		muscles[i] = volumeView{
			Muscle: b.lib.Vocabulary.MuscleTitle(m.Muscle), Sets: b.number(m.Sets), Hard: b.number(heavy),
			SetsWidth: width(m.Sets), HardWidth: width(heavy),
		}
	}
	return muscles
}

func (b *builder) clearanceWords(level int) string {
	switch level {
	case 1:
		return b.t("Read the red flags before you start.")
	case 2:
		return b.t("A health professional must agree that you may exercise before you start.")
	case 3:
		return b.t("Your surgeon or specialist must agree, and say how far you may go, before you start.")
	case 4:
		return b.t("Do this programme only in supervised sessions.")
	}
	return ""
}

func (b *builder) programmeFacts(p *regimen.Programme) []fact {
	var facts []fact
	add := func(term, value string) {
		if value != "" {
			facts = append(facts, fact{term, value})
		}
	}
	if n := p.Weeks(); n > 0 {
		add(b.t("Length"), b.n(n, "1 week", "{n} weeks"))
	}
	add(b.t("How often"), b.often(p.Schedule))
	add(b.t("Level"), b.level(p.Level))
	add(b.t("Goal"), b.goal(p.Goal))
	add(b.t("You need"), b.equipment(p.Equipment))
	return facts
}

func (b *builder) often(s regimen.Schedule) string {
	week := max(len(s.Days), s.PerWeek)
	switch {
	case week == 2:
		return b.t("twice a week")
	case week > 0:
		return b.n(week, "once a week", "{n} times a week")
	case s.PerDay == 2:
		return b.t("twice a day")
	case s.PerDay > 0:
		return b.n(s.PerDay, "once a day", "{n} times a day")
	}
	return ""
}

func (b *builder) phases(p *regimen.Programme) []phaseView {
	var out []phaseView
	for _, ph := range p.Phases {
		v := phaseView{Name: ph.Name, Weeks: b.phaseWeeks(ph.Weeks), Focus: ph.Focus, Open: ph.Weeks.Open, Marks: weekMarks(ph.Weeks)}
		var rules []string
		if ph.HasMaxLoad {
			rules = append(rules, b.t("at most {load}", "load", b.loadClass(ph.MaxLoad)))
		}
		if ph.LoadLocked {
			rules = append(rules, b.t("weights do not go up yet"))
		}
		if ph.MaxIncrease > 0 {
			rules = append(rules, b.t("weights go up by at most {share}", "share", b.number(ph.MaxIncrease)+thin+"%"))
		}
		v.Rule = b.list(rules)
		out = append(out, v)
	}
	return out
}

// phaseWeeks names the weeks of a phase for the start of a line.
func (b *builder) phaseWeeks(r regimen.Range) string {
	switch {
	case r.Open:
		return b.t("Week {from} on", "from", r.Min)
	case r.Min == r.Max:
		return b.t("Week {n}", "n", r.Min)
	}
	return b.t("Weeks {from} to {to}", "from", r.Min, "to", r.Max)
}

// weeks names a range of weeks inside a line.
func (b *builder) weeks(r regimen.Range) string {
	switch {
	case r.Open:
		return b.t("from week {n}", "n", r.Min)
	case r.Min == r.Max:
		return b.t("week {n}", "n", r.Min)
	}
	return b.t("weeks {from}–{to}", "from", r.Min, "to", r.Max)
}

// mostMarks is how many weeks of a phase can be told apart in its bar.
const mostMarks = 16

// weekMarks is a mark for each week of a phase; an open one has three, which fade.
func weekMarks(r regimen.Range) []bool {
	if r.Open {
		return make([]bool, 3)
	}
	return make([]bool, min(max(r.Max-r.Min+1, 1), mostMarks))
}

// overrideView is an error of safety that a named reviewer allowed.
type overrideView struct{ Finding, Reason, By, Role, Date, Until string }

// overrides lists what reviewers allowed in a programme: its readers must know.
func (b *builder) overrides(p *regimen.Programme) []overrideView { return b.overridden()[p.File] }

func (b *builder) indexOverrides() map[*diag.File][]overrideView {
	out := map[*diag.File][]overrideView{}
	for i := range b.found {
		d := &b.found[i]
		if s := d.Silenced; s != nil && d.Severity == diag.Error {
			v := overrideView{strings.ReplaceAll(d.Message, "`", ""), s.Reason, s.By, s.Role, b.date(s.Date), b.date(s.Until)}
			out[d.At.File] = append(out[d.At.File], v)
		}
	}
	return out
}

// checked says for each condition that the programme names how its proof came out, with
// addresses as the page needs them. Many pages of a programme say it, so it is proved once.
func (b *builder) checked(p *regimen.Programme, page string) []checkedView {
	known, _ := b.proven.LoadOrStore(p, sync.OnceValue(func() []checkedView { return b.prove(p) }))
	out := slices.Clone(known.(func() []checkedView)())
	for i := range out {
		out[i].Condition.URL = relative(page, out[i].Condition.URL)
	}
	return out
}

func (b *builder) prove(p *regimen.Programme) []checkedView {
	var out []checkedView
	for _, proof := range suit.Prove(b.lib, p) {
		v := checkedView{
			Condition: link{proof.Condition.Title, conditionPath(proof.Condition.ID)},
			Stage:     b.inline(orElse(proof.Stage.Title, title(proof.Stage.ID))), Result: proof.Result.String(), Words: b.resultWords(proof.Result),
			Version: proof.Condition.ThresholdsVersion,
		}
		for row := range proof.Worst() {
			if row.Verdict != suit.Suitable {
				v.Notes = append(v.Notes, row.Exercise.Title+": "+b.verdictWords(row.Verdict))
			}
		}
		out = append(out, v)
	}
	return out
}
