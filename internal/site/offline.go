package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"
)

func (b *builder) offlinePage(dst []byte) ([]byte, error) {
	return b.render(dst, "offline", shell{
		Title: b.t("No connection"), Path: offlinePath, Description: b.t("What is kept on this device."),
		Scripts: []string{"offline.js"}, Unlisted: true,
	}, struct{}{})
}

// workerSource is the script that the build completes and writes to sw.js. As it is,
// it is no part of the site.
const workerSource = "js/worker.js"

// hashLetters is how much of a file's hash the worker is told.
const hashLetters = 16

// worker completes the service worker with what it keeps.
func (b *builder) worker(files []savedFile) ([]byte, error) {
	text, err := fs.ReadFile(b.options.Static, workerSource)
	if err != nil {
		return nil, err
	}
	kept, sessions, extras := keep(files)
	for _, part := range []struct {
		mark  string
		value any
	}{{`"{version}"`, digest(files)}, {`[/*files*/]`, marked(kept)}, {`[/*sessions*/]`, marked(sessions)}, {`[/*extras*/]`, marked(extras)}} {
		value, err := json.Marshal(part.value)
		if err != nil {
			return nil, err
		}
		if !bytes.Contains(text, []byte(part.mark)) {
			return nil, errors.New(workerSource + " lacks " + part.mark)
		}
		text = bytes.Replace(text, []byte(part.mark), value, 1)
	}
	return smallScript(text)
}

// digest changes with any file of the site.
func digest(files []savedFile) string {
	var all strings.Builder
	for _, f := range files {
		all.WriteString(f.Path + " " + f.SHA256 + "\n")
	}
	return hexSum([]byte(all.String()))[:hashLetters]
}

// marked pairs each path with the beginning of its hash.
func marked(files []savedFile) [][2]string {
	out := make([][2]string, len(files))
	for i, f := range files {
		out[i] = [2]string{f.Path, f.SHA256[:hashLetters]}
	}
	return out
}

// mostKept is how many bytes a reader's device is asked to fetch and keep.
const mostKept = 2_000_000

// travels is a file's size on its way to a reader. Hosts compress text, to less than a
// third.
func travels(f savedFile) int64 {
	switch path.Ext(f.Path) {
	case ".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".vtt":
		return f.Size / 3
	}
	return f.Size
}

// keep says what the worker keeps: all pages where they are small enough, else the
// frame, the log and every session; of a site whose sessions alone are too large, those
// of the programmes that a reader opens. Beside all pages it keeps as many of the media
// and printed sheets as there is room for.
func keep(files []savedFile) (kept, sessions, extras []savedFile) {
	by := map[share][]savedFile{}
	sum := map[share]int64{}
	for _, f := range files {
		s := shareOf(f.Path)
		by[s] = append(by[s], f)
		sum[s] += travels(f)
	}
	kept = by[frame]
	total := sum[frame] + sum[session]
	if total > mostKept {
		return kept, by[session], nil
	}
	kept = append(kept, by[session]...)
	if total += sum[reading]; total > mostKept {
		return kept, nil, nil
	}
	kept = append(kept, by[reading]...)
	for _, f := range by[extra] {
		if total+travels(f) <= mostKept {
			extras = append(extras, f)
			total += travels(f)
		}
	}
	return kept, nil, extras
}

// share is what a file is to a reader without a connection.
type share int

const (
	apart share = iota // for machines, and what a host answers with
	frame              // style, scripts, start, safety, log
	session
	reading // all other pages
	extra   // media and printed sheets
)

func shareOf(name string) share {
	folder, _, _ := strings.Cut(name, "/")
	switch name {
	case homePath, offlinePath, safetyPath, logPath, webManifestPath:
		return frame
	case notFoundPath, feedPath, builtInPicture, "data/library.json":
		return apart
	}
	switch {
	case folder == "css" || folder == "js" || folder == "icons":
		return frame
	case folder == "media" || strings.Contains(name, "/sheets/"):
		return extra
	case path.Ext(name) == ".html" && folder == "programmes" && strings.Count(name, "/") == 2:
		return session
	case path.Ext(name) == ".html" || folder == "data" && !strings.HasSuffix(name, ".schema.json"):
		return reading
	}
	return apart
}
