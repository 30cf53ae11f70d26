package content

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// kind is what a file describes; its folder says so.
type kind int

const (
	siteKind kind = iota
	vocabularyKind
	referencesKind
	exerciseKind
	programmeKind
	conditionKind
	safetyKind
	guideKind
)

// kinds says for each kind where its files lie, whether frontmatter is due, and
// what decodes it.
var kinds = [...]struct {
	name         string
	file, folder string
	frontmatter  bool
	decode       func(*decoder) func(*regimen.Library)
}{
	siteKind:       {name: "site", file: "index.md", frontmatter: true, decode: decodeSite},
	vocabularyKind: {name: "vocabulary", file: "vocabulary.md", frontmatter: true, decode: decodeVocabulary},
	referencesKind: {name: "references", file: "references.md", frontmatter: true, decode: decodeReferences},
	exerciseKind:   {name: "exercise", folder: "exercises", frontmatter: true, decode: decodeExercise},
	programmeKind:  {name: "programme", folder: "programmes", frontmatter: true, decode: decodeProgramme},
	conditionKind:  {name: "condition", folder: "conditions", frontmatter: true, decode: decodeCondition},
	safetyKind:     {name: "safety", folder: "safety", frontmatter: true, decode: decodeSafety},
	guideKind:      {name: "guide", folder: "guides", frontmatter: true, decode: decodeGuide},
}

// entry is one content file.
type entry struct {
	kind    kind
	id      string
	path    string
	builtIn bool
}

// inventory is the files of a folder by kind, before any of them is opened.
type inventory struct {
	entries []entry
	waves   [waves][]entry // by id, as lists will be
	media   []string
	theme   []string // files below theme/
	strays  []regimen.Omission
	twins   []entry // left out since another file has their id; references to them resolve
	found   diag.List
}

// takeInventory sorts the files of the folder, where they are not those of the last time.
func (l *loader) takeInventory() error {
	names, same, err := l.look.names(l.was.names)
	if err != nil {
		return err
	}
	l.names, l.sorted = names, l.was.sorted
	if !same {
		if l.sorted, err = newInventory(names, l.builtIn); err != nil {
			return err
		}
	}
	l.found = slices.Clone(l.sorted.found)
	if same {
		return nil
	}
	have := map[string]bool{}
	for _, e := range l.sorted.entries {
		have[e.path] = true
	}
	for path := range l.files {
		if !have[path] {
			delete(l.files, path)
			l.changed[path] = true
		}
	}
	return nil
}

func newInventory(names map[string]fs.FileMode, builtIn fs.FS) (*inventory, error) {
	inv := &inventory{}
	for name, kind := range names {
		inv.note(name, kind)
	}
	slices.Sort(inv.media)
	slices.Sort(inv.theme)
	inv.duplicates()
	if builtIn != nil {
		if err := inv.borrow(builtIn); err != nil {
			return nil, err
		}
	}
	for _, e := range inv.entries {
		inv.waves[e.kind.wave()] = append(inv.waves[e.kind.wave()], e)
	}
	for _, wave := range inv.waves {
		slices.SortFunc(wave, func(a, b entry) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.path, b.path)) })
	}
	return inv, nil
}

func (inv *inventory) note(name string, kind fs.FileMode) {
	top, _, _ := strings.Cut(name, "/")
	switch {
	case kind&fs.ModeSymlink != 0:
		inv.strays = append(inv.strays, regimen.Omission{Path: name, Reason: "a symbolic link is not followed"})
	case top == themeFolder && top != name:
		inv.theme = append(inv.theme, name)
	case top == "media" && top != name:
		inv.media = append(inv.media, strings.TrimPrefix(name, "media/"))
	case path.Ext(name) != ".md":
		if path.Ext(name) != ".go" {
			inv.strays = append(inv.strays, regimen.Omission{Path: name, Reason: "not a Markdown file; pictures belong in media/"})
		}
	default:
		if e, ok := place(name); ok {
			inv.entries = append(inv.entries, e)
		} else {
			inv.strays = append(inv.strays, regimen.Omission{Path: name, Reason: strayReason(top)})
		}
	}
}

// place says what kind a path is of.
func place(name string) (entry, bool) {
	top, _, nested := strings.Cut(name, "/")
	for k, form := range kinds {
		if form.file == name || nested && form.folder == top {
			id := norm.NFC.String(strings.TrimSuffix(path.Base(name), ".md"))
			return entry{kind: kind(k), id: id, path: name}, true
		}
	}
	return entry{}, false
}

func strayReason(top string) string {
	var folders []string
	for _, form := range kinds {
		if form.folder != "" {
			folders = append(folders, form.folder)
		}
	}
	reason := "not in a folder that regimen reads (" + strings.Join(folders, ", ") + ")"
	if near := diag.Nearest(top, folders); len(near) > 0 {
		return "not in a folder that regimen reads: did you mean `" + near[0] + "/`?"
	}
	return reason
}

// duplicates reports files that would share one id, R02, at the later path, and names
// that are no ids.
func (inv *inventory) duplicates() {
	slices.SortFunc(inv.entries, func(a, b entry) int { return cmp.Compare(a.path, b.path) })
	first := map[string]string{}
	odd := map[string]diag.Diagnostic{} // by key: a name that is no id, unless another file has the same
	kept := inv.entries[:0]
	fold := cases.Fold()
	for _, e := range inv.entries {
		key := kinds[e.kind].folder + "/" + fold.String(e.id)
		if earlier, taken := first[key]; taken {
			problem := duplicateID.Report(diag.Span{File: diag.NewFile(e.path, nil)},
				"two files have the id `"+e.id+"`; each would write the same page")
			problem.Related = []diag.Related{{At: diag.Span{File: diag.NewFile(earlier, nil)}, Message: "the other file"}}
			problem.Help = "rename one of them; the file name is the id"
			inv.found = append(inv.found, problem)
			delete(odd, key)
			inv.twins = append(inv.twins, e)
			continue
		}
		first[key] = e.path
		kept = append(kept, e)
		if kinds[e.kind].folder != "" && !idForm.MatchString(e.id) {
			odd[key] = oddName(e)
		}
	}
	inv.entries = kept
	for _, d := range odd {
		inv.found = append(inv.found, d)
	}
}

var (
	idForm   = regexp.MustCompile(`^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$`)
	notInIDs = regexp.MustCompile(`[^\p{Ll}\p{Lo}\p{M}\p{N}]+`)
)

// oddName reports a file name that is no id: the name is in the page's address and in
// every reference to it.
func oddName(e entry) diag.Diagnostic {
	problem := unitsAndValues.Report(diag.Span{File: diag.NewFile(e.path, nil)},
		"the file name `"+path.Base(e.path)+"` is not an id")
	problem.Help = "use lower-case words joined by hyphens"
	if id := strings.Trim(notInIDs.ReplaceAllString(strings.ToLower(e.id), "-"), "-"); id != "" {
		problem.Suggestions = []string{id}
		problem.Help = "rename it to `" + id + ".md`"
	}
	return problem
}

// borrow takes from the built-in site what this folder lacks and cannot do without.
func (inv *inventory) borrow(builtIn fs.FS) error {
	have := map[string]bool{}
	for _, e := range inv.entries {
		have[e.path] = true
	}
	return fs.WalkDir(builtIn, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" || have[name] {
			return err
		}
		e, ok := place(name)
		if !ok || e.kind != vocabularyKind && e.kind != referencesKind && e.kind != safetyKind {
			return nil
		}
		e.builtIn = true
		inv.entries = append(inv.entries, e)
		return nil
	})
}

// omitted lists what gives no page, and why.
func (l *loader) omitted() []regimen.Omission {
	out := slices.Clone(l.sorted.strays)
	add := func(p *regimen.Page) {
		switch p.Status {
		case regimen.StatusDraft:
			out = append(out, regimen.Omission{Path: p.File.Path, Reason: "status: draft"})
		case regimen.StatusPrivate:
			out = append(out, regimen.Omission{Path: p.File.Path, Reason: "status: private"})
		case regimen.StatusUnlisted:
			out = append(out, regimen.Omission{Path: p.File.Path, Reason: "status: unlisted; it has a page, but no list names it"})
		case regimen.StatusStub:
			out = append(out, regimen.Omission{Path: p.File.Path, Reason: "status: stub; its page says that it is not described yet"})
		}
	}
	for _, e := range l.library.Exercises {
		add(&e.Page)
	}
	for _, p := range l.library.Programmes {
		add(&p.Page)
	}
	for _, c := range l.library.Conditions {
		add(&c.Page)
	}
	for _, g := range l.library.Guides {
		add(&g.Page)
	}
	slices.SortFunc(out, func(a, b regimen.Omission) int { return cmp.Compare(a.Path, b.Path) })
	return out
}
