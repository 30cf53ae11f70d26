package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"regimen/internal/browser"
	"regimen/internal/regimen"
	"regimen/internal/site"
)

// press is what turns pages into PDF files.
type press struct {
	site     *site.Output
	lib      *regimen.Library
	chromium string
	paper    string
	date     time.Time
}

// printCards serves the site to a browser on this machine and writes one file after
// another.
func printCards(cmd *cobra.Command, p press, cards []card) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return failure{err}
	}
	// Nobody else on this machine can guess the folder: some programmes are private.
	root := "/" + rand.Text() + "/"
	server := &http.Server{Handler: p.handler(root), ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(listener) }()
	defer server.Close()
	tab, stop := browser.Start(cmd.Context(), p.chromium)
	defer stop()
	for _, c := range cards {
		pdf, err := p.print(tab, "http://"+listener.Addr().String(), root, c)
		if err == nil {
			err = writeWhole(c.file, pdf)
		}
		if err != nil {
			return failure{fmt.Errorf("%s: %w", c.file, err)}
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", c.file, pages(browser.Pages(pdf)))
	}
	return nil
}

func pages(n int) string {
	if n == 1 {
		return "1 page"
	}
	return fmt.Sprintf("%d pages", n)
}

func (p press) print(tab context.Context, host, root string, c card) ([]byte, error) {
	if _, err := p.site.Render(c.page); err != nil {
		return nil, err
	}
	pdf, err := browser.PDF(tab, browser.Print{
		URL: host + root + c.page, Paper: p.paper, Own: c.own,
		Target: func(to string) string { return p.published(strings.TrimPrefix(to, root)) },
	})
	return browser.Settled(pdf, p.date), err
}

// published is where a page stands on the web, if it does.
func (p press) published(page string) string {
	url := strings.TrimSuffix(p.lib.Site.URL, "/")
	if url == "" || !p.site.Has(page) {
		return ""
	}
	for _, programme := range p.lib.Programmes {
		if site.Belongs(page, programme) && !programme.Built() {
			return ""
		}
	}
	return url + "/" + page
}

// handler gives the pages below a folder.
func (p press) handler(root string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, root)
		if !ok || !p.site.Has(name) {
			http.NotFound(w, r)
			return
		}
		body, err := p.site.Render(name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", contentType(name, body))
		_, _ = w.Write(body)
	})
}

// contentType does not ask the system, whose tables differ between machines.
func contentType(name string, body []byte) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return http.DetectContentType(body)
}

// writeWhole writes a file whole or not at all.
func writeWhole(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".regimen-*.pdf")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Chmod(0o644), file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
