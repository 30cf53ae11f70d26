// Package browser drives an installed Chromium: it prints sheets to PDF for the
// command `cards`, and opens pages for the tests.
package browser

import (
	"context"
	"errors"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// ErrNone says that no Chromium is installed, and how to get one.
var ErrNone = errors.New("no Chromium or Chrome was found: install one (Debian: apt-get install chromium), or set CHROMIUM to its path")

// names are what the browser is called on the systems we know.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"}

// Find is the path of an installed Chromium; named is tried first.
func Find(named string) (string, error) {
	if named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", errors.New("CHROMIUM=" + named + " is not a program that can be run")
		}
		return path, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Start starts a browser without a window. The context is one tab; stop closes all.
func Start(parent context.Context, path string, more ...chromedp.ExecAllocatorOption) (tab context.Context, stop func()) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true))
	allocator, stopAllocator := chromedp.NewExecAllocator(parent, append(options, more...)...)
	tab, stopTab := chromedp.NewContext(allocator)
	return tab, func() { stopTab(); stopAllocator() }
}
