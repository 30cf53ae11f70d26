// Package serve is the preview: a server on this machine that shows the site as
// it would be built, and the author's mistakes where the site would be. What
// compiles and prints is handed in; the package knows outputs and diagnostics,
// and nothing of exercise. Nothing is written to disk.
//
// watch.go notices saves, state.go keeps what the last good compile gave,
// handler.go answers requests and events.go tells open pages. reload.js and
// reload.css are added to pages as they are served, never to a saved site.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"time"

	"regimen/internal/diag"
	"regimen/internal/site"
)

// Options says what is served and where. Compile gives no output while there are
// errors; it is told which files below the folder may have changed since it was called
// last, by their path there with slashes, or nil where that may be any. Text is the form
// of diagnostics that pages show. Print may be nil.
type Options struct {
	Watch   string // a folder, with all that is in it
	Compile func(changed []string) (*site.Output, diag.List, error)
	Text    func(diag.List) string
	Print   func(found diag.List, took time.Duration, err error)
	Host    string // default 127.0.0.1
	Port    int    // the first free one from here; 0: any
	Open    bool   // in a browser
}

const (
	portsTried = 100
	farewell   = time.Second // for requests under way when the server stops
)

// Run compiles, calls ready with the address, then serves and compiles again at
// every save until the context ends, which is no error.
func Run(ctx context.Context, o Options, ready func(url string)) error {
	if o.Host == "" {
		o.Host = "127.0.0.1"
	}
	listener, err := listen(o.Host, o.Port)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	s := newState(time.Now())
	saves := watch(ctx, &group, o.Watch, usual)
	o.compile(s, nil)
	group.Go(func() {
		for changed := range saves {
			o.compile(s, changed)
		}
	})
	server := &http.Server{
		Handler:           &handler{state: s, host: o.Host},
		ReadHeaderTimeout: 5 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	group.Go(func() { shutDown(ctx, server) })
	url := address(o.Host, listener)
	ready(url)
	if o.Open {
		group.Go(func() { browse(ctx, url) })
	}
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// compile brings the state to what the files say now.
func (o Options) compile(s *state, changed []string) {
	start := time.Now()
	out, found, err := o.Compile(changed)
	took := time.Since(start)
	switch {
	case err != nil:
		s.settle(nil, err.Error())
	case out == nil:
		s.settle(nil, o.Text(found))
	default:
		s.settle(out, "")
	}
	if o.Print != nil {
		o.Print(found, took, err)
	}
}

func listen(host string, port int) (net.Listener, error) {
	place, err := net.ResolveTCPAddr("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	listener, err := net.ListenTCP("tcp", place)
	for place.Port++; err != nil && port > 0 && place.Port <= min(port+portsTried, 65535); place.Port++ {
		if next, taken := net.ListenTCP("tcp", place); taken == nil {
			return next, nil
		}
	}
	return listener, err
}

// address is what to type into a browser on this machine.
func address(host string, listener net.Listener) string {
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return "http://" + net.JoinHostPort(host, port) + "/"
}

func shutDown(ctx context.Context, server *http.Server) {
	<-ctx.Done()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	if server.Shutdown(last) != nil {
		server.Close()
	}
}

// browse opens the address. Without a browser the address on the terminal does.
func browse(ctx context.Context, url string) {
	command := []string{"xdg-open", url}
	switch runtime.GOOS {
	case "darwin":
		command[0] = "open"
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", url}
	}
	_ = exec.CommandContext(ctx, command[0], command[1:]...).Run()
}
