package figure

// Joint is a joint, or one of the three directions of a hip or a shoulder. Those from
// Hip on belong to a side.
type Joint uint8

// The joints, in the order of the notation's table.
const (
	Trunk Joint = iota
	Spine
	Twist
	SideBend
	Neck
	Hip
	HipOut
	HipTurn
	Knee
	Ankle
	Shoulder
	ShoulderOut
	ShoulderTurn
	Elbow
	Wrist
	Joints int = iota
)

func (j Joint) String() string { return angles[j].Name }

// side is left or right, the figure's own.
type side uint8

const (
	left side = iota
	right
)

var bothSides = [2]side{left, right}

func (s side) String() string { return [...]string{"left", "right"}[s] }

// sign is 1 on the right: the way z runs.
func (s side) sign() float64 { return float64(s)*2 - 1 }
