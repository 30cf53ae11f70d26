package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"regimen/internal/content"
	"regimen/starters"
)

var starterNames = []string{"rehab", "strength", "blank"}

func initCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Begin a site: a small complete one, to change into your own",
		Long: `init writes a small site that is complete, into DIR or the folder you are in, and
tasks for Visual Studio Code. A file that is there already stays as it is, and to
content of your own nothing is added but what a site cannot do without.`,
		Args: cobra.MaximumNArgs(1),
	}
	template := cmd.Flags().String("template", starterNames[0], "rehab, strength or blank")
	github := cmd.Flags().Bool("github", false, "add a workflow that checks the site and publishes it to GitHub Pages")
	complete(cmd, "template", starterNames)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !slices.Contains(starterNames, *template) {
			return unknown("template", *template, starterNames)
		}
		dir := "."
		if len(args) == 1 {
			dir = args[0]
		}
		layers := []string{*template, "vscode"}
		if *github {
			layers = append(layers, "github")
		}
		return begin(cmd, dir, layers)
	}
	return cmd
}

// begin writes what a folder lacks of the layers, and says what it did.
func begin(cmd *cobra.Command, dir string, layers []string) error {
	if looksLikeContent(dir) {
		return fmt.Errorf("%s is a content folder already: run init in the folder above it", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failure{err}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return failure{err}
	}
	defer root.Close()
	id := "my-site"
	if full, err := filepath.Abs(dir); err == nil {
		if named := content.IDOf(filepath.Base(full)); named != "" {
			id = named
		}
	}
	files, own, err := missing(root.FS(), layers, id)
	if err != nil {
		return failure{err}
	}
	out := cmd.OutOrStdout()
	if own != "" {
		fmt.Fprintf(out, "%s is content of your own: no example was added\n", filepath.Join(dir, own))
	}
	for _, f := range files {
		word := "wrote"
		if err := create(root, f.name, f.text); errors.Is(err, fs.ErrExist) {
			word = "there already:"
		} else if err != nil {
			return failure{err}
		}
		fmt.Fprintln(out, word, filepath.Join(dir, filepath.FromSlash(f.name)))
	}
	farewell(out, dir)
	return nil
}

func farewell(out io.Writer, dir string) {
	fmt.Fprint(out, "\nNow:\n")
	if filepath.Clean(dir) != "." {
		fmt.Fprintf(out, "  cd %s\n", shellWord(dir))
	}
	fmt.Fprint(out, nextSteps)
}

// shellWord is a folder as a shell takes it.
func shellWord(dir string) string {
	if strings.ContainsFunc(dir, func(r rune) bool { return strings.ContainsRune(" '\"$&;()*?!", r) }) {
		return `"` + dir + `"`
	}
	return dir
}

type starterFile struct {
	name string
	text []byte
}

// missing lists the files of the layers. Beside content that is not the starter's as it
// was written, no example is due, lest what an author threw out comes back; own is the
// first such file. What a site cannot do without is its index.md, which names the log.
func missing(folder fs.FS, layers []string, id string) (files []starterFile, own string, err error) {
	read := func(name string) ([]byte, error) {
		text, err := fs.ReadFile(starters.FS, name)
		return bytes.Replace(text, []byte("id: example-site"), []byte("id: "+id), 1), err
	}
	ours := map[string][]byte{}
	for _, layer := range layers {
		err := fs.WalkDir(starters.FS, layer, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := read(name)
			name = strings.TrimPrefix(name, layer+"/")
			ours[name] = text
			files = append(files, starterFile{name, text})
			return err
		})
		if err != nil {
			return nil, "", err
		}
	}
	own = firstOwn(folder, ours)
	if own == "" {
		return files, "", nil
	}
	files = slices.DeleteFunc(files, func(f starterFile) bool { return strings.HasPrefix(f.name, defaultFolder+"/") })
	index, err := read("blank/" + defaultFolder + "/index.md")
	return append([]starterFile{{defaultFolder + "/index.md", index}}, files...), own, err
}

// firstOwn is the first file of the content folder that is not as ours says; what cannot
// be read is not there.
func firstOwn(folder fs.FS, ours map[string][]byte) (own string) {
	_ = fs.WalkDir(folder, defaultFolder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return nil
		}
		if kind, _ := content.KindOf(strings.TrimPrefix(name, defaultFolder+"/")); kind == "" {
			return nil
		}
		if text, err := fs.ReadFile(folder, name); err != nil || !bytes.Equal(text, ours[name]) {
			own = name
			return fs.SkipAll
		}
		return nil
	})
	return own
}

// create writes a file that is not there yet, with the folders above it.
func create(root *os.Root, name string, text []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close())
}

// nextSteps follow where there is content.
const nextSteps = `  regimen serve     see the site while you write
  regimen check     find what is wrong, and how to mend it
  regimen build     write the site to public/
`

// welcome says what to do in the folder one is in.
func welcome() string {
	switch _, err := os.Stat(defaultFolder); {
	case err == nil:
		return nextSteps + "  regimen new       add an exercise, a programme, a condition or a guide\n"
	case looksLikeContent("."):
		return "This is a content folder: go to the folder above it, or add `--content .` to each command.\n\n" + nextSteps
	}
	return `  regimen init      begin a site here
  regimen serve     look at the built-in one first
`
}
