package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/serve"
	"regimen/internal/site"
)

const defaultPort = 1717

func serveCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site while you write",
		Long: `serve shows the site at an address of this machine, from memory. Each save is
checked and shown at once; a save with errors leaves the last good page standing,
with what is wrong over it. The terminal tells what a save brings; warnings that it
told before are counted.`,
		Args: cobra.NoArgs,
	}
	folder := contentFlag(cmd)
	host := cmd.Flags().String("host", "127.0.0.1", "the address to listen at; others can reach any but this one")
	port := cmd.Flags().Int("port", defaultPort, "the port; the next free one if it is taken")
	open := cmd.Flags().Bool("open", false, "open the site in a browser")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *port < 0 || *port > 65535 {
			return fmt.Errorf("--port goes from 0 to 65535")
		}
		src, err := openSource(cmd, *folder)
		if err != nil {
			return err
		}
		preview := &preview{cmd: cmd, src: src, folder: *folder}
		o := serve.Options{
			Watch:   *folder,
			Compile: preview.compile, Text: preview.text, Print: preview.print,
			Host: *host, Port: *port, Open: *open,
		}
		err = serve.Run(cmd.Context(), o, func(url string) {
			fmt.Fprintf(cmd.OutOrStdout(), "Serving %s (stop with Ctrl-C)\n", url)
		})
		if err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

// preview compiles for the server and tells the terminal. The server calls one
// method at a time.
type preview struct {
	cmd      *cobra.Command
	folder   string
	src      source
	compiler *compiler // of src; nil where nothing is known of it
	lib      *regimen.Library
	told     map[string]int // how often the terminal was told of a finding at the last save
}

func (p *preview) compile(changed []string) (*site.Output, diag.List, error) {
	if err := p.reopen(); err != nil {
		p.compiler = nil
		return nil, nil, err
	}
	if p.compiler == nil {
		p.compiler, changed = newCompiler(p.src, p.src.options("")), nil
	}
	src := p.src
	src.progress = startProgress(p.cmd.ErrOrStderr())
	defer src.progress.stop()
	out, lib, found, err := p.compiler.compile(src, changed)
	if p.lib = lib; err != nil {
		p.compiler = nil
	}
	return out, found, err
}

// reopen takes the folder that now has the name, where it was moved away and another
// put in its place. Pages of the last good site may still read from the former one,
// which is closed when none does: the runtime closes what nobody holds.
func (p *preview) reopen() error {
	now, err := os.Stat(p.folder)
	switch {
	case err != nil && p.src.name == "":
		return nil
	case err != nil:
		return fmt.Errorf("the folder %s cannot be read: %w", p.folder, err)
	case p.src.name != "":
		if was, err := fs.Stat(p.src.folder, "."); err == nil && os.SameFile(was, now) {
			return nil
		}
	}
	src, err := openSource(p.cmd, p.folder)
	if err == nil {
		p.src, p.compiler = src, nil
	}
	return err
}

func (p *preview) print(found diag.List, took time.Duration, err error) {
	errs := p.cmd.ErrOrStderr()
	if err != nil {
		fmt.Fprintf(errs, "regimen: %v\n", err)
		return
	}
	fresh, before := p.fresh(found)
	if err := (diag.Printer{Colour: colourful(errs)}).Print(errs, diag.Text, fresh); err != nil {
		return
	}
	if before > 0 {
		fmt.Fprintf(errs, "%d told before, and still there\n", before)
	}
	fmt.Fprintln(errs, diag.Summary(found, p.lib.Files, took))
}

// fresh leaves out what the terminal was told of at the last save, and counts it. Errors
// are told again: they keep the pages as they were.
func (p *preview) fresh(found diag.List) (fresh diag.List, before int) {
	told := map[string]int{}
	for i := range found {
		d := &found[i]
		if d.Silenced != nil || d.Severity == diag.Info {
			continue
		}
		identity := d.At.Path() + " " + d.Code + " " + d.Message
		if told[identity]++; told[identity] > p.told[identity] || d.Severity == diag.Error {
			fresh = append(fresh, *d)
		} else {
			before++
		}
	}
	p.told = told
	return fresh, before
}

// text is what pages show: how many problems, then each with its excerpt.
func (p *preview) text(found diag.List) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n\n", diag.Tally(found, p.lib.Files))
	if err := (diag.Printer{}).Print(&out, diag.Text, found); err != nil {
		return err.Error()
	}
	return out.String()
}
