package site

import (
	"html/template"
	"strings"

	"regimen/internal/regimen"
)

// mostProgrammes is how many programmes a site may have and still print every sheet of
// each, unless it says which ones it wants.
const mostProgrammes = 50

// sheetView is a programme as one of its sheets shows it. Each kind of sheet fills what
// its template needs.
type sheetView struct {
	Title, About string
	Small        bool // little room: a disclaimer in short
	Programme    link
	Summary      string
	Notice       string
	Safety       *safetyView
	Checked      []checkedView
	Overrides    []overrideView
	Next         string
	Version      string
	Reviewed     string
	SiteTitle    string
	Disclaimer   string
	Address      string // of the programme, where the site has one
	Code         template.HTML
	For, NotFor  []string
	Facts        []fact
	Phases       []phaseView
	Ticks        []tick
	Days         []string
	Weeks        []weekView
	Sessions     []sessionView
	Exercises    []handout
	Log          []logWeek
	Then         string // what follows the last week of the log
	Progress     []string
	BackOff      []string
	Others       []link
}

// sheetStylesPath is the style sheet that only sheets need.
const sheetStylesPath = "css/sheets.css"

func sheetPath(programme, sheet string) string {
	return "programmes/" + programme + "/sheets/" + sheet + ".html"
}

// chosenSheets is which sheets each programme has.
func (b *builder) chosenSheets() []string {
	site := &b.lib.Site
	if b.options.Paper {
		return regimen.Words("sheet")
	}
	var chosen []string
	if site.SheetsStated {
		for _, sheet := range regimen.Words("sheet") { // in one order, each once
			for _, w := range site.Sheets {
				if w.Is(sheet) {
					chosen = append(chosen, sheet)
					break
				}
			}
		}
		return chosen
	}
	if len(b.lib.Programmes) > mostProgrammes {
		return nil
	}
	return regimen.Words("sheet")
}

// shown reports whether a programme has pages here: on paper, private ones too.
func (b *builder) shown(p *regimen.Programme) bool {
	return p.Built() || b.options.Paper && p.Status == regimen.StatusPrivate
}

// SessionSheet is the sheet that each session has as its own page.
const SessionSheet = "session"

// Sheet is a page to print, with the name that tells it from the others of a programme.
type Sheet struct{ Name, Page string }

// SheetsOf lists the pages of one kind of sheet: one a session, or the programme's one.
func SheetsOf(p *regimen.Programme, kind string) []Sheet {
	if kind != SessionSheet {
		return []Sheet{{kind, sheetPath(p.ID, kind)}}
	}
	var out []Sheet
	for _, s := range p.Sessions {
		out = append(out, Sheet{s.ID, sessionPath(p.ID, s.ID)})
	}
	return out
}

// Belongs reports whether a page is a programme's own, or one below it.
func Belongs(page string, p *regimen.Programme) bool {
	own := programmePath(p.ID)
	return page == own || strings.HasPrefix(page, strings.TrimSuffix(own, ".html")+"/")
}

// sheetPages lists the sheets of a programme.
func (b *builder) sheetPages(p *regimen.Programme) []page {
	var pages []page
	for _, sheet := range b.sheets {
		pages = append(pages, page{path: sheetPath(p.ID, sheet), render: func(dst []byte) ([]byte, error) { return b.sheetPage(dst, p, sheet) }})
	}
	return pages
}

// sheetLinks leads from a page to the sheets of its programme, but for the page itself.
func (b *builder) sheetLinks(p *regimen.Programme, page string) []link {
	var out []link
	for _, sheet := range b.sheets {
		if to := sheetPath(p.ID, sheet); to != page {
			out = append(out, link{b.sheetTitle(sheet), relative(page, to)})
		}
	}
	return out
}

func (b *builder) sheetTitle(sheet string) string {
	switch sheet {
	case "a5":
		return b.t("A5 cards")
	case "pocket":
		return b.t("Pocket cards")
	case "large":
		return b.t("Large print")
	case "log":
		return b.t("Blank log")
	}
	return b.t("Booklet")
}

func (b *builder) sheetAbout(sheet string) string {
	switch sheet {
	case "a5":
		return b.t("One small card for each session, with room for three dates.")
	case "pocket":
		return b.t("Small cards to cut out, four on a sheet.")
	case "large":
		return b.t("Each session in large type, with room for three dates.")
	case "log":
		return b.t("One line for each session, to fill in by hand.")
	}
	return b.t("The whole programme on paper: weeks, sessions, every exercise with its steps, and a log.")
}

func (b *builder) sheetPage(dst []byte, p *regimen.Programme, sheet string) ([]byte, error) {
	page := sheetPath(p.ID, sheet)
	v := b.sheet(p, sheet, page)
	return b.renderDutiful(dst, p, "sheets/"+sheet, shell{
		Title: v.Title + ": " + p.Title, Description: v.About, Section: "programmes", Path: page,
		Crumbs:  []link{{b.t("Programmes"), relative(page, programmesPath)}, {p.Title, relative(page, programmePath(p.ID))}},
		Scripts: []string{"print.js"}, Styles: []string{sheetStylesPath}, Unlisted: p.Status == regimen.StatusUnlisted,
	}, v)
}

// sheet is what every kind of sheet says, and what this kind adds.
func (b *builder) sheet(p *regimen.Programme, sheet, page string) sheetView {
	v := sheetView{
		Title: b.sheetTitle(sheet), About: b.sheetAbout(sheet), Small: sheet == "a5" || sheet == "pocket",
		Programme: link{p.Title, relative(page, programmePath(p.ID))}, Summary: p.Summary,
		Notice: b.notice(p), Checked: b.checked(p, page), Overrides: b.overrides(p), Next: b.nextTime(p),
		Version: p.Version, Reviewed: b.reviewWords(p), SiteTitle: b.shared.SiteTitle,
		Disclaimer: orElse(b.shared.Disclaimer, b.t("General information, not medical advice.")),
		Safety:     b.safetyOf(p, page), Phases: b.phases(p), Ticks: b.ticks(p, ""), Others: b.sheetLinks(p, page),
	}
	switch sheet {
	case "large", "a5":
		v.Sessions = b.sheetSessions(p, page, cardDates)
	case "pocket":
		v.Sessions = b.sheetSessions(p, page, 0)
		b.addWeeks(&v, p, page)
	case "log":
		b.addLog(&v, p)
	case "booklet":
		v.Sessions = b.sheetSessions(p, page, mostDates)
		b.addWeeks(&v, p, page)
		b.addLog(&v, p)
		b.addBooklet(&v, p, page)
	}
	return v
}

// cardDates is the columns for dates on a small card, and in large type.
const cardDates = 3

// sheetSessions are the sessions with room for some dates at most.
func (b *builder) sheetSessions(p *regimen.Programme, page string, columns int) []sessionView {
	out := b.sessions(p, page)
	for i, s := range p.Sessions {
		v := &out[i]
		v.printedView = b.printed(p, s, page)
		v.Dates = v.Dates[:min(columns, len(v.Dates))]
		for i := range v.Rows {
			v.Rows[i].Details = b.details(v.Rows[i])
		}
	}
	return out
}

func (b *builder) addWeeks(v *sheetView, p *regimen.Programme, page string) {
	v.Weeks = b.calendar(p, page)
	for _, d := range p.Schedule.Days {
		v.Days = append(v.Days, b.weekday(d.ID))
	}
}
