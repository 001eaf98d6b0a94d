"""Forms of lending for social housing (HD 4546/HD-NHCS 2024): numbers and purposes are known, the wording is ours."""
