package site

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"
)

// entries are the modules that pages load. What several of them share goes into chunks,
// and what a module loads later stays apart.
var entries = []string{
	"site.js", "exercise.js", "library.js", "log-page.js", "offline.js", "print.js", "programme.js", "safety.js", "session.js",
	"session-log.js",
}

// alone are modules that no page loads and that are of use by themselves, each in one
// file (static/js/README.md).
var alone = []string{"calendar.js", "estimate.js", "progression.js", "store.js", "words.js"}

// bundles holds the joined scripts by a digest of what they are made of, since a
// preview builds the same ones again and again.
var bundles sync.Map // [sha256.Size]byte to []script

type script struct {
	path string
	body []byte
}

// scripts joins the modules of static/js and makes them small.
func (b *builder) scripts() ([]script, error) {
	sources, key, err := modules(b.options.Static)
	if err != nil {
		return nil, err
	}
	if known, ok := bundles.Load(key); ok {
		return known.([]script), nil
	}
	out, err := join(sources, entries, true)
	if err != nil {
		return nil, err
	}
	more, err := join(sources, alone, false)
	if err != nil {
		return nil, err
	}
	out = append(out, more...)
	bundles.Store(key, out)
	return out, nil
}

// join makes a file of each module with all that it imports; when splitting, what
// several share stands in files of its own.
func join(sources map[string]string, names []string, splitting bool) ([]script, error) {
	var points []string
	for _, name := range names {
		points = append(points, "/js/"+name)
	}
	result := api.Build(api.BuildOptions{
		EntryPoints: points, Bundle: true, Splitting: splitting, Format: api.FormatESModule, Target: api.ES2022,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, Charset: api.CharsetUTF8,
		LegalComments: api.LegalCommentsNone, AbsWorkingDir: "/", Outdir: "/js", Outbase: "/js", Write: false,
		Plugins: []api.Plugin{{Name: "static", Setup: func(build api.PluginBuild) { serveModules(build, sources) }}},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New("static/js: " + strings.TrimSpace(api.FormatMessages(result.Errors, api.FormatMessagesOptions{})[0]))
	}
	var out []script
	for _, f := range result.OutputFiles {
		out = append(out, script{"js/" + path.Base(strings.ReplaceAll(f.Path, `\`, "/")), f.Contents})
	}
	return out, nil
}

// modules reads static/js.
func modules(static fs.FS) (sources map[string]string, key [sha256.Size]byte, err error) {
	names, err := fs.Glob(static, "js/*.js")
	if err != nil {
		return nil, key, err
	}
	slices.Sort(names)
	sources, sum := map[string]string{}, sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(static, name)
		if err != nil {
			return nil, key, err
		}
		sources["/"+name] = string(text)
		sum.Write([]byte(name + "\x00" + string(text)))
	}
	return sources, [sha256.Size]byte(sum.Sum(nil)), nil
}

// serveModules gives the joiner its files. What a site says instead of English stays a
// file of its own, which the theme fills.
func serveModules(build api.PluginBuild, sources map[string]string) {
	build.OnResolve(api.OnResolveOptions{Filter: `.*`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
		if args.Path == "./phrases.js" {
			return api.OnResolveResult{Path: args.Path, External: true}, nil
		}
		return api.OnResolveResult{Path: path.Join("/js", args.Path[strings.LastIndexByte(args.Path, '/')+1:]), Namespace: "file"}, nil
	})
	build.OnLoad(api.OnLoadOptions{Filter: `.*`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		text, ok := sources["/js/"+path.Base(strings.ReplaceAll(args.Path, `\`, "/"))]
		if !ok {
			return api.OnLoadResult{}, errors.New("there is no module " + args.Path)
		}
		return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
	})
}

// smallScript makes one script small that stands alone.
func smallScript(text []byte) ([]byte, error) {
	result := api.Transform(string(text), api.TransformOptions{
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, Charset: api.CharsetUTF8, Target: api.ES2022,
	})
	if len(result.Errors) > 0 {
		return nil, errors.New(api.FormatMessages(result.Errors, api.FormatMessagesOptions{})[0])
	}
	return result.Code, nil
}

// styles holds the small forms of style sheets by a digest of their text.
var styles sync.Map // [sha256.Size]byte to []byte

// smallStyles makes a style sheet small: readers on a phone pay for every byte.
func smallStyles(text []byte) ([]byte, error) {
	key := sha256.Sum256(text)
	if known, ok := styles.Load(key); ok {
		return slices.Clone(known.([]byte)), nil
	}
	result := api.Transform(string(text), api.TransformOptions{
		Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true, Charset: api.CharsetUTF8,
	})
	if len(result.Errors) > 0 {
		return nil, errors.New("css: " + api.FormatMessages(result.Errors, api.FormatMessagesOptions{})[0])
	}
	styles.Store(key, result.Code)
	return slices.Clone(result.Code), nil
}
