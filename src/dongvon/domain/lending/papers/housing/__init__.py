"""The forms of lending for social housing (HD 4546/HD-NHCS 2024): their numbers and purposes are known, their wording
is ours."""
