package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/source"
	"regimen/templates"
)

// The files of theme/; templates stand in a folder of it.
const (
	themeFolder     = "theme"
	themeTokens     = "theme/tokens.css"
	themeLogo       = "theme/logo.svg"
	themeWords      = "theme/words.json"
	themeTemplates  = "theme/templates/"
	templateEnding  = ".html"
	mostLogoBytes   = 16 << 10
	defaultLanguage = "en-GB"
)

// themed is one file of theme/ while it is read.
type themed struct {
	*diag.File
	found diag.List
}

// report adds a finding at a stretch of the file and gives it back for help.
func (t *themed) report(rule diag.Rule, start, end int, format string, args ...any) *diag.Diagnostic {
	t.found = append(t.found, rule.Report(t.File.Span(start, end), fmt.Sprintf(format, args...)))
	return &t.found[len(t.found)-1]
}

// start is where the text begins, past a byte-order mark.
func (t *themed) start() int { return t.Offset(1, 1) }

// loadTheme reads what the folder puts in place of the built-in look and words, where it
// is not as before.
func (l *loader) loadTheme() error {
	l.themes = map[string]*text{}
	same := l.was.known[0] != nil && l.library.Site.Language == l.was.library.Site.Language && len(l.sorted.theme) == len(l.was.themes)
	for _, name := range l.sorted.theme {
		was := l.was.themes[name]
		now, err := l.look.read(name, was)
		if err != nil {
			return err
		}
		l.themes[name] = &now
		same = same && was != nil && was.File == now.File
	}
	if same {
		l.library.Theme, l.themed = l.was.library.Theme, l.was.themed
	} else {
		l.readTheme()
	}
	l.found = append(l.found, l.themed...)
	return nil
}

func (l *loader) readTheme() {
	for _, name := range l.sorted.theme {
		t := &themed{File: l.themes[name].File}
		var readable bool
		if t.found, readable = source.Readable(t.File); readable {
			l.themeFile(t)
		}
		l.themed = append(l.themed, t.found...)
	}
}

func (l *loader) themeFile(t *themed) {
	theme := &l.library.Theme
	text := bytes.ReplaceAll(t.Text[t.start():], []byte("\r\n"), []byte("\n"))
	switch {
	case t.Path == themeTokens:
		t.checkStyle()
		theme.Tokens = text
	case t.Path == themeLogo:
		theme.Logo, theme.Icon = t.drawing(), text
	case t.Path == themeWords:
		theme.Words = t.phrases(l.library.Site.Language)
	case templateNames()[t.Path]:
		t.checkTemplate()
		if theme.Templates == nil {
			theme.Templates = map[string]*diag.File{}
		}
		name := strings.TrimPrefix(t.Path, themeTemplates)
		theme.Templates[name] = t.File
	default:
		t.unknownFile()
	}
}

// templateNames are the paths at which a theme may override a template.
func templateNames() map[string]bool {
	names := map[string]bool{}
	_ = fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == templateEnding {
			names[themeTemplates+name] = true
		}
		return err
	}) // an embedded folder can be walked
	return names
}

// unknownFile reports a file of theme/ that nothing would read.
func (t *themed) unknownFile() {
	at := t.start()
	name, inTemplates := strings.CutPrefix(t.Path, themeTemplates)
	var known []string
	if inTemplates {
		for path := range templateNames() {
			known = append(known, strings.TrimPrefix(path, themeTemplates))
		}
	} else {
		name = strings.TrimPrefix(t.Path, themeFolder+"/")
		known = []string{"tokens.css", "logo.svg", "words.json"}
	}
	slices.Sort(known)
	message := "a theme has no file `" + name + "`"
	if inTemplates {
		message = "there is no template `" + name + "`"
	}
	found := t.report(themeFile, at, at, "%s", message)
	found.Suggestions = diag.Nearest(name, known)
	if i := slices.IndexFunc(known, func(k string) bool { return path.Base(k) == name }); i >= 0 {
		found.Suggestions = known[i : i+1]
	}
	if len(found.Suggestions) > 0 {
		found.Help = "rename it to `" + found.Suggestions[0] + "`"
		return
	}
	found.Help = "its name must be " + quoteList(known)
	if !inTemplates {
		found.Help += ", or it belongs in `templates/`"
	}
}
