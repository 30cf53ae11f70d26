package serve

import (
	"bytes"
	_ "embed"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/netip"
	"path"
	"strconv"
	"strings"
	"time"
)

//go:embed reload.js
var reloadScript string

//go:embed reload.css
var reloadStyle string

//go:embed retire.js
var retireScript string

// handler answers requests from the state.
type handler struct {
	state *state
	host  string
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !h.allowed(r.Host):
		reply(w, http.StatusForbidden, ".txt", "This server does not answer to that name.\n")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		reply(w, http.StatusMethodNotAllowed, ".txt", "Only GET and HEAD are answered.\n")
	case r.URL.Path == "/-/events":
		h.events(w, r)
	case r.URL.Path == "/-/reload.js":
		reply(w, http.StatusOK, ".js", reloadScript)
	case r.URL.Path == "/-/reload.css":
		reply(w, http.StatusOK, ".css", reloadStyle)
	case r.URL.Path == "/sw.js":
		reply(w, http.StatusOK, ".js", retireScript)
	default:
		h.page(w, r)
	}
}

// allowed keeps out other sites whose name was made to point at this machine:
// an address cannot be, and of names only those that stand for this server count.
func (h *handler) allowed(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.Trim(host, "[]"), ".")
	if host != "" && (strings.EqualFold(host, "localhost") || strings.EqualFold(host, h.host)) {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (ip.Unmap().IsLoopback() || h.public())
}

// public tells that the author opened the server to other machines.
func (h *handler) public() bool {
	ip, err := netip.ParseAddr(h.host)
	return !strings.EqualFold(h.host, "localhost") && (err != nil || !ip.Unmap().IsLoopback())
}

// page answers with a file of the site as it was last good.
func (h *handler) page(w http.ResponseWriter, r *http.Request) {
	shelf, said, _ := h.state.look()
	w.Header().Set("Server-Timing", "version;desc="+strconv.Quote(said.Version))
	if shelf == nil {
		reply(w, http.StatusServiceUnavailable, ".html", troublePage(said.Text))
		return
	}
	name, ok := pagePath(r.URL.Path)
	body, err := []byte(nil), error(fs.ErrNotExist)
	if ok {
		body, err = shelf.page(name)
	}
	switch {
	case err == nil && path.Ext(name) == ".html":
		give(w, r, name, addScript(body))
	case err == nil:
		give(w, r, name, body)
	case err == fs.ErrNotExist:
		missing(w, shelf)
	default:
		reply(w, http.StatusInternalServerError, ".html", troublePage(err.Error()))
	}
}

// pagePath is the path in the site that an address means. Files with a dot first
// are not the site's.
func pagePath(address string) (string, bool) {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	hidden := strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
	return name, fs.ValidPath(name) && !hidden
}

func give(w http.ResponseWriter, r *http.Request, name string, body []byte) {
	w.Header().Set("Content-Type", contentType(name))
	// Films are asked for in ranges.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

func missing(w http.ResponseWriter, shelf *shelf) {
	body, err := shelf.page("404.html")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		body = []byte("<!doctype html><title>Not found</title><p>There is no such page.</p></body>\n")
	case err != nil:
		body = []byte(troublePage(err.Error()))
	}
	reply(w, http.StatusNotFound, ".html", string(addScript(body)))
}

func reply(w http.ResponseWriter, status int, kind, body string) {
	w.Header().Set("Content-Type", contentType(kind))
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write([]byte(body)) // a reader who left needs no answer
}
