package muscle

// The picture: the middle of the body is x 0, its crown y 0.
const opening = `<svg xmlns="http://www.w3.org/2000/svg" class="muscle-map" viewBox="-176 -8 352 820"` +
	` stroke-width="3" stroke-linejoin="round" stroke-linecap="round" role="img"><title>`

// What a path is painted with: its class, which a style sheet colours, and the light
// values as attributes, so that a lone file works. Each is the start of the element up
// to the path's data.
const (
	bodyInk = `<path class="muscle-body" fill="#e4e9ec" stroke="#7d8a94" d="`
	foldInk = `<path class="muscle-fold" fill="none" stroke="#b9c3ca" stroke-width="2" d="`
	workInk = `<path class="muscle-work" fill="#0a5a5c" stroke="#fff" paint-order="stroke" d="`
	helpInk = `<path class="muscle-help" fill="#fff" stroke="#0a5a5c" d="`
)
