package diag

// The part of SARIF 2.1.0 that is used here, in the standard's own words.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string         `json:"id"`
		Name             string         `json:"name,omitempty"`
		ShortDescription *sarifMessage  `json:"shortDescription,omitempty"`
		Help             *sarifMessage  `json:"help,omitempty"`
		Default          sarifRuleLevel `json:"defaultConfiguration"`
	}
	sarifRuleLevel struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        string             `json:"level"`
		Message      sarifMessage       `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations"`
		Fixes        []sarifFix         `json:"fixes"`
		Suppressions []sarifSuppression `json:"suppressions"`
		Prints       map[string]string  `json:"partialFingerprints"`
		Properties   sarifProperties    `json:"properties"`
	}
	sarifProperties struct {
		Name        string   `json:"name"`
		Cause       string   `json:"cause"`
		Suggestions []string `json:"suggestions"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical *sarifPlace   `json:"physicalLocation,omitempty"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPlace struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
		ByteOffset  int `json:"byteOffset"`
		ByteLength  int `json:"byteLength"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
		Properties  sarifSafe     `json:"properties"`
	}
	sarifSafe struct {
		Safe bool `json:"safe"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion  `json:"deletedRegion"`
		Inserted sarifContent `json:"insertedContent"`
	}
	sarifContent struct {
		Text string `json:"text"`
	}
	sarifSuppression struct {
		Kind          string          `json:"kind"`
		Justification string          `json:"justification"`
		Location      *sarifLocation  `json:"location,omitempty"`
		Properties    sarifPermission `json:"properties"`
	}
	sarifPermission struct {
		By    string `json:"by"`
		Role  string `json:"role"`
		Date  string `json:"date"`
		Until string `json:"until"`
	}
)
