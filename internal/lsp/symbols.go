package lsp

import (
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/source"
)

// The kinds of symbols.
const (
	keySymbol     = 20
	entrySymbol   = 19
	headingSymbol = 15
)

// symbols outlines a document: its keys with what stands below them, its headings.
func (s *server) symbols(p placeParams) (any, error) {
	out := []documentSymbol{}
	doc := s.docs[pathOf(p.TextDocument.URI)]
	if doc == nil || doc.path == "" {
		return out, nil
	}
	kind, _ := content.KindOf(doc.path)
	if kind == "" || len(doc.bytes) > source.MaxSize {
		return out, nil
	}
	src, _ := source.Read(diag.NewFile(doc.path, doc.bytes), true)
	if src.Root != nil {
		out = append(out, outline(doc, src, src.Root, 3)...)
	}
	body := markdown.NewReader().Read(src.Body)
	for _, h := range body.Headings {
		at := src.InBody(int(h.Start), int(h.End))
		if name := at.Text(); name != "" {
			here := doc.span(int(at.Start), int(at.End))
			out = append(out, documentSymbol{Name: name, Kind: headingSymbol, Range: here, SelectionRange: here})
		}
	}
	return out, nil
}

// outline lists the keys of a node, and the entries of its lists by their first value.
func outline(doc *document, src *source.Source, n *source.Node, depth int) []documentSymbol {
	out := []documentSymbol{}
	if depth == 0 {
		return out
	}
	switch n.Kind {
	case source.Mapping:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := src.Key(n.Content[i]), src.Value(n.Content[i+1])
			if n.Content[i].Value == "" || n.Content[i+1].Kind == source.Scalar && depth < 3 {
				continue
			}
			out = append(out, documentSymbol{
				Name: n.Content[i].Value, Kind: keySymbol, Range: doc.span(int(key.Start), int(max(key.End, value.End))),
				SelectionRange: doc.span(int(key.Start), int(key.End)), Children: outline(doc, src, n.Content[i+1], depth-1),
			})
		}
	case source.Sequence:
		for _, item := range n.Content {
			if item.Kind != source.Mapping || len(item.Content) < 2 || item.Content[1].Value == "" {
				continue
			}
			whole, name := src.Value(item), src.Value(item.Content[1])
			out = append(out, documentSymbol{
				Name: item.Content[1].Value, Kind: entrySymbol, Range: doc.span(int(min(whole.Start, name.Start)), int(max(whole.End, name.End))),
				SelectionRange: doc.span(int(name.Start), int(name.End)),
			})
		}
	}
	return out
}
