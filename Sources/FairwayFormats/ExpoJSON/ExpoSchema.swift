import Foundation

/// The JSON Schema (2020-12) of `fairway-expo/1`; docs/formats has the same text.
package enum ExpoSchema {
    package static let fileName = "fairway-expo-1.schema.json"

    package static let text = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:fairway:expo:1",
          "title": "A trade expo with its meeting programme",
          "type": "object",
          "required": ["format", "halls", "tables", "economies", "regions", "agencies", "delegations", "enterprises",
            "stands", "representatives", "products", "demands", "interpreters", "requests", "outcomes"],
          "additionalProperties": false,
          "properties": {
            "format": { "const": "fairway-expo/1" },
            "expo": { "$ref": "#/$defs/expo" },
            "halls": { "type": "array", "items": { "$ref": "#/$defs/named" } },
            "tables": { "type": "array", "items": { "$ref": "#/$defs/table" } },
            "economies": { "type": "array", "items": { "$ref": "#/$defs/named" } },
            "regions": { "type": "array", "items": { "$ref": "#/$defs/region" } },
            "agencies": { "type": "array", "items": { "$ref": "#/$defs/agency" } },
            "delegations": { "type": "array", "items": { "$ref": "#/$defs/delegation" } },
            "enterprises": { "type": "array", "items": { "$ref": "#/$defs/enterprise" } },
            "stands": { "type": "array", "items": { "$ref": "#/$defs/stand" } },
            "representatives": { "type": "array", "items": { "$ref": "#/$defs/representative" } },
            "products": { "type": "array", "items": { "$ref": "#/$defs/product" } },
            "demands": { "type": "array", "items": { "$ref": "#/$defs/demand" } },
            "interpreters": { "type": "array", "items": { "$ref": "#/$defs/interpreter" } },
            "requests": { "type": "array", "items": { "$ref": "#/$defs/request" } },
            "outcomes": { "type": "array", "items": { "$ref": "#/$defs/outcome" } },
            "programme": { "$ref": "#/$defs/programme" }
          },
          "$defs": {
            "id": { "type": "string", "minLength": 1, "maxLength": 64 },
            "text": {
              "type": "object", "additionalProperties": false,
              "properties": { "zh": { "type": "string" }, "ru": { "type": "string" }, "en": { "type": "string" } }
            },
            "language": { "type": "string", "pattern": "^[a-z]{2,3}$" },
            "languages": { "type": "array", "items": { "$ref": "#/$defs/language" } },
            "slot": { "type": "integer", "minimum": 0 },
            "slots": { "type": "array", "items": { "$ref": "#/$defs/slot" } },
            "count": { "type": "integer", "minimum": 0 },
            "date": { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            "time": { "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" },
            "session": { "enum": ["am", "pm"] },
            "hsCode": { "type": "string", "pattern": "^([0-9]{2}){1,3}$" },
            "named": {
              "type": "object", "required": ["id", "name"], "additionalProperties": false,
              "properties": { "id": { "$ref": "#/$defs/id" }, "name": { "$ref": "#/$defs/text" } }
            },
            "expo": {
              "type": "object", "required": ["name", "timeZone", "slots"], "additionalProperties": false,
              "properties": {
                "name": { "$ref": "#/$defs/text" },
                "timeZone": { "type": "string", "description": "IANA time zone" },
                "slots": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["number", "date", "session", "starts", "ends"],
                    "additionalProperties": false,
                    "properties": {
                      "number": { "$ref": "#/$defs/slot" }, "date": { "$ref": "#/$defs/date" },
                      "session": { "$ref": "#/$defs/session" }, "starts": { "$ref": "#/$defs/time" },
                      "ends": { "$ref": "#/$defs/time" }
                    }
                  }
                }
              }
            },
            "table": {
              "type": "object", "required": ["id", "hall", "unavailableSlots"], "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "hall": { "$ref": "#/$defs/id" },
                "unavailableSlots": { "$ref": "#/$defs/slots" }
              }
            },
            "region": {
              "type": "object", "required": ["id", "economy", "name"], "additionalProperties": false,
              "properties": {
                "id": { "type": "string", "description": "ISO 3166-2" },
                "economy": { "type": "string", "description": "ISO 3166-1 alpha-2" },
                "name": { "$ref": "#/$defs/text" }
              }
            },
            "agency": {
              "type": "object", "required": ["id", "name", "kind", "economy"], "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "name": { "$ref": "#/$defs/text" },
                "kind": { "enum": ["exportCentre", "province", "federalEntity", "chamber", "ministry"] },
                "economy": { "$ref": "#/$defs/id" }, "region": { "$ref": "#/$defs/id" }
              }
            },
            "delegation": {
              "type": "object", "required": ["id", "name", "agency"], "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "name": { "$ref": "#/$defs/text" },
                "agency": { "$ref": "#/$defs/id" }
              }
            },
            "enterprise": {
              "type": "object",
              "required": ["id", "name", "about", "economy", "roles", "sectors", "languages", "reach", "status",
                "registeredOn", "parallelMeetings", "unavailableSlots"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "name": { "$ref": "#/$defs/text" },
                "about": { "$ref": "#/$defs/text" }, "economy": { "$ref": "#/$defs/id" },
                "region": { "$ref": "#/$defs/id" },
                "roles": {
                  "type": "array",
                  "items": {
                    "enum": ["manufacturer", "brand", "distributor", "retailChain", "logistics", "investor",
                      "agency", "service"]
                  }
                },
                "sectors": { "type": "array", "items": { "type": "string", "pattern": "^S[0-9A-Z]{2}$" } },
                "languages": { "$ref": "#/$defs/languages" },
                "reach": {
                  "type": "object", "additionalProperties": false,
                  "properties": {
                    "chains": { "$ref": "#/$defs/count" }, "stores": { "$ref": "#/$defs/count" },
                    "distributors": { "$ref": "#/$defs/count" }
                  }
                },
                "delegation": { "$ref": "#/$defs/id" }, "website": { "type": "string" },
                "status": { "enum": ["registered", "approved", "declined"] },
                "registeredOn": { "$ref": "#/$defs/date" },
                "parallelMeetings": { "type": "integer", "minimum": 1 },
                "maxMeetings": { "$ref": "#/$defs/count" }, "unavailableSlots": { "$ref": "#/$defs/slots" }
              }
            },
            "stand": {
              "type": "object", "required": ["id", "hall"], "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "hall": { "$ref": "#/$defs/id" },
                "enterprise": { "$ref": "#/$defs/id" }
              }
            },
            "representative": {
              "type": "object", "required": ["id", "enterprise"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "enterprise": { "$ref": "#/$defs/id" },
                "name": { "$ref": "#/$defs/text" }, "position": { "$ref": "#/$defs/text" }
              }
            },
            "product": {
              "type": "object", "required": ["id", "enterprise", "hsCode", "name", "about"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "enterprise": { "$ref": "#/$defs/id" },
                "hsCode": { "$ref": "#/$defs/hsCode" }, "name": { "$ref": "#/$defs/text" },
                "about": { "$ref": "#/$defs/text" }, "gtin": { "type": "string", "pattern": "^[0-9]{8,14}$" },
                "terms": { "$ref": "#/$defs/terms" }
              }
            },
            "terms": {
              "type": "object", "required": ["certificates"], "additionalProperties": false,
              "properties": {
                "brand": { "type": "string" },
                "minimumOrder": {
                  "type": "object", "required": ["quantity", "unit"], "additionalProperties": false,
                  "properties": {
                    "quantity": { "type": "integer", "minimum": 1 },
                    "unit": { "enum": ["H87", "SET", "PR", "KGM", "TNE", "LTR", "MTR", "MTK", "MTQ", "XCT", "XPX"] }
                  }
                },
                "delivery": {
                  "type": "object", "required": ["incoterm", "place"], "additionalProperties": false,
                  "properties": {
                    "incoterm": {
                      "enum": ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]
                    },
                    "place": { "type": "string", "minLength": 1 }
                  }
                },
                "certificates": { "type": "array", "items": { "type": "string" } },
                "isPrivateLabel": { "type": "boolean" }
              }
            },
            "demand": {
              "type": "object", "required": ["id", "enterprise", "hsPrefix", "text", "targetRegions"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "enterprise": { "$ref": "#/$defs/id" },
                "hsPrefix": { "$ref": "#/$defs/hsCode" }, "text": { "$ref": "#/$defs/text" },
                "targetRegions": { "type": "array", "items": { "type": "string" } }
              }
            },
            "interpreter": {
              "type": "object", "required": ["id", "name", "pairs", "unavailableSlots"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "name": { "$ref": "#/$defs/text" },
                "pairs": {
                  "type": "array",
                  "items": { "type": "array", "items": { "$ref": "#/$defs/language" }, "minItems": 2, "maxItems": 2 }
                },
                "unavailableSlots": { "$ref": "#/$defs/slots" },
                "maxConsecutiveSlots": { "type": "integer", "minimum": 1 }
              }
            },
            "request": {
              "type": "object", "required": ["id", "requester", "recipient", "priority", "status", "isMutual"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" }, "requester": { "$ref": "#/$defs/id" },
                "recipient": { "$ref": "#/$defs/id" }, "priority": { "type": "integer", "minimum": 1, "maximum": 5 },
                "message": { "type": "string" },
                "status": { "enum": ["pending", "accepted", "declined", "withdrawn"] },
                "isMutual": { "type": "boolean" }, "session": { "$ref": "#/$defs/session" }
              }
            },
            "outcome": {
              "type": "object", "required": ["request", "kind"], "additionalProperties": false,
              "properties": {
                "request": { "$ref": "#/$defs/id" },
                "kind": { "enum": ["met", "noShow", "lead", "letterOfIntent", "contract"] },
                "note": { "type": "string" }
              }
            },
            "programme": {
              "type": "object", "required": ["value", "bound", "meetings", "unplaced"],
              "additionalProperties": false,
              "properties": {
                "publication": { "type": "integer", "minimum": 1 }, "run": { "type": "integer", "minimum": 1 },
                "value": {
                  "type": "object",
                  "required": ["placedWeight", "placed", "breaks", "idleSlots", "hallChanges"],
                  "additionalProperties": false,
                  "properties": {
                    "placedWeight": { "$ref": "#/$defs/count" }, "placed": { "$ref": "#/$defs/count" },
                    "breaks": { "$ref": "#/$defs/count" }, "idleSlots": { "$ref": "#/$defs/count" },
                    "hallChanges": { "$ref": "#/$defs/count" },
                    "worstShare": { "type": "number", "minimum": 0, "maximum": 1 }
                  }
                },
                "bound": {
                  "type": "object", "required": ["placedWeight"], "additionalProperties": false,
                  "properties": { "placedWeight": { "$ref": "#/$defs/count" }, "breaks": { "$ref": "#/$defs/count" } }
                },
                "meetings": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["request", "slot", "place"], "additionalProperties": false,
                    "properties": {
                      "request": { "$ref": "#/$defs/id" }, "slot": { "$ref": "#/$defs/slot" },
                      "place": {
                        "type": "object", "required": ["hall"], "additionalProperties": false,
                        "properties": {
                          "hall": { "$ref": "#/$defs/id" }, "stand": { "$ref": "#/$defs/id" },
                          "table": { "$ref": "#/$defs/id" }
                        }
                      },
                      "interpreter": { "$ref": "#/$defs/id" }
                    }
                  }
                },
                "unplaced": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["request", "reason"], "additionalProperties": false,
                    "properties": { "request": { "$ref": "#/$defs/id" }, "reason": { "$ref": "#/$defs/text" } }
                  }
                }
              }
            }
          }
        }

        """#
}
